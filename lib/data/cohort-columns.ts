import "server-only";
import { dictionary } from "@/lib/measurements/dictionary";
import { Prisma } from "./generated/client";

/** The column of the n-th metric. */
export const metricColumn = (index: number): Prisma.Sql => Prisma.raw(`m${index}`);

/** Age and weight stand in columns of their own. */
const ownColumns: Readonly<Record<string, Prisma.Sql>> = {
  age_years: Prisma.sql`summary.age::float8`,
  weight_kg: Prisma.sql`summary."weightKg"`,
};

/** SQL: the metrics as m0, m1, …, after the columns before them; from a summary joined with {@link unpacked}. */
export function metricColumns(metrics: readonly string[]): Prisma.Sql {
  if (metrics.length === 0) return Prisma.empty;
  const named = metrics.map((code, index) => Prisma.sql`${ownColumns[code] ?? identifier(code)} AS ${metricColumn(index)}`);
  return Prisma.sql`, ${Prisma.join(named)}`;
}

/** SQL: the join that takes the metrics out of a summary. All at once: a stored document of many values is unpacked anew for each that is taken from it alone. */
export function unpacked(metrics: readonly string[]): Prisma.Sql {
  const codes = [...new Set(metrics)].filter((code) => ownColumns[code] === undefined);
  if (codes.length === 0) return Prisma.empty;
  const fields = codes.map((code) => Prisma.sql`${identifier(code)} float8`);
  return Prisma.sql`CROSS JOIN LATERAL jsonb_to_record(summary."values") AS taken(${Prisma.join(fields)})`;
}

/** @throws Error where the dictionary has no such number: nothing else gets into a query as it is. */
function identifier(code: string): Prisma.Sql {
  if (dictionary.get(code)?.kind !== "number") throw new Error("a metric that the dictionary does not know");
  return Prisma.raw(`"${code}"`);
}
