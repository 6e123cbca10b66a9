import { openTestDatabase } from "@/lib/data/testing";
import { measure, planProblem } from "./measure";
import { measured as cohort } from "./measured/cohort";
import { measured as compare } from "./measured/compare";
import { measured as roster } from "./measured/roster";
import { begin, growTo } from "./people";
import { type Column, growing, table } from "./report";
import { listen } from "./statements";
import type { Measured } from "./types";

// npm run bench:roster: what a team's pages cost as it grows; -- compare cohort 60 5000 names more of measured/, and the sizes.
// In a database of its own: on the server of TEST_DATABASE_URL, else on PGlite in memory.

const all: Readonly<Record<string, Measured>> = { roster, compare, cohort };
const usualSizes = [60, 1_000, 5_000];
/** Below this PostgreSQL rightly reads a small table whole. */
const leastForPlans = 1_000;

const asked = process.argv.slice(2);
const names = asked.filter((each) => each in all);
const given = asked.map(Number).filter(Number.isInteger);
const sizes = (given.length > 0 ? given : usualSizes).toSorted((one, other) => one - other);
const say = (text: string) => process.stdout.write(`${text}\n`);

const { adapter, close } = await openTestDatabase();
const statements = await listen(adapter);
say(`${process.env.TEST_DATABASE_URL ? "PostgreSQL" : "PGlite"}, Node ${process.versions.node}; recording the first people …`);
const { viewer, teamId } = await begin();

const columns = new Map(names.map((name): [string, Column[]] => [name, []]));
const problems: string[] = [];
for (const athletes of sizes) {
  await growTo(athletes);
  for (const name of names) {
    const cases = (await all[name]?.({ viewer, teamId, athletes })) ?? [];
    columns.get(name)?.push({ athletes, measures: await measure(cases, statements) });
    if (athletes !== sizes.at(-1) || athletes < leastForPlans) continue;
    for (const each of cases) problems.push(...[await planProblem(each, statements)].filter((problem) => problem !== null));
  }
  say(`  ${athletes} athletes measured`);
}
await close();

for (const [name, each] of columns) {
  say(`\n${table(name, each)}`);
  problems.push(...growing(each));
}
say(problems.length > 0 ? problems.join("\n") : "The queries do not grow with the team, and every order goes along its index.");
process.exit(problems.length > 0 ? 1 : 0);
