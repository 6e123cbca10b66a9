import type { Statements } from "./statements";
import type { Case } from "./types";

/** Statements of one call; milliseconds. */
export type Measure = { readonly queries: number; readonly median: number; readonly p90: number };

const warmUps = 8;
const rounds = 40;

/** Every case once in each round, so that whatever slows the machine for a while slows all of them. */
export async function measure(cases: readonly Case[], statements: Statements): Promise<Map<string, Measure>> {
  const times = new Map(cases.map(({ name }): [string, number[]] => [name, []]));
  for (let round = -warmUps; round < rounds; round++) {
    for (const { name, ask } of cases) {
      const begun = performance.now();
      await ask();
      if (round >= 0) times.get(name)?.push(performance.now() - begun);
    }
  }
  const measures = new Map<string, Measure>();
  for (const { name, ask } of cases) {
    const sorted = (times.get(name) ?? []).toSorted((one, other) => one - other);
    const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
    measures.set(name, { queries: (await statements.of(ask)).length, median: at(0.5), p90: at(0.9) });
  }
  return measures;
}

/** What is wrong with how the database reads a case; null where it goes along its index, or names none. */
export async function planProblem({ name, ask, index }: Case, statements: Statements): Promise<string | null> {
  if (!index) return null;
  const query = (await statements.of(ask)).find(({ sql }) => index.statement.test(sql));
  if (!query) return `${name}: no statement matches ${index.statement}`;
  const nodes = nodesOf(JSON.parse(await statements.explain(query)));
  if (!nodes.some((node) => node["Index Name"] === index.name)) return `${name}: does not use ${index.name}`;
  const whole = nodes.some((node) => node["Node Type"] === "Seq Scan" && node["Relation Name"] === index.table);
  return whole ? `${name}: reads all of ${index.table}` : null;
}

/** The nodes of a plan that PostgreSQL explains as JSON. */
export function nodesOf(plan: unknown): Record<string, unknown>[] {
  if (Array.isArray(plan)) return plan.flatMap(nodesOf);
  if (typeof plan !== "object" || plan === null) return [];
  const node: Record<string, unknown> = Object.fromEntries(Object.entries(plan));
  return [node, ...Object.values(node).flatMap(nodesOf)];
}
