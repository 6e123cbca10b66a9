import { type Figure, type Group, type GroupName, tableOf, write } from "./figures";
import { compareScripts, markPages } from "./groups/browser";
import { compareGrowth } from "./groups/growth";
import { compareLimit } from "./groups/limit";
import { comparePeer } from "./groups/peer";
import { compareStart } from "./groups/start";
import { startPostgres } from "./postgres";
import { setScene } from "./scene";
import { buildComparison } from "./servers";

// npm run bench: ratios of one run, each of two things measured by turns; -- peer limit names some of the groups.
// Over a PostgreSQL of its own and the last build. What was seen goes into docs/performance.md.

const asked = process.argv.slice(2);
const wants = (name: string) => asked.length === 0 || asked.includes(name);
const say = (text: string) => process.stdout.write(`${text}\n`);
const tell = (name: GroupName, figures: readonly Figure[]) => {
  const group: Group = { name, figures };
  say(`\n## ${name}\n\n${tableOf(group)}`);
  write(group);
};

const postgres = startPostgres();
try {
  buildComparison();
  const scene = await setScene(postgres.database("scene"));
  if (wants("start")) tell("start", await compareStart(scene));
  if (wants("scripts")) tell("scripts", await compareScripts(scene));
  if (wants("lighthouse")) tell("lighthouse", await markPages(scene));
  if (wants("limit")) tell("limit", await compareLimit(scene));
  if (wants("peer")) {
    const { figures, against } = await comparePeer(scene);
    if (against === "peer") tell("peer", figures);
    else say(`\nWithout the peer (PEER names no folder):\n\n${tableOf({ name: "peer", figures })}`);
  }
  if (wants("growth")) tell("growth", await compareGrowth(postgres.database, scene.variables.NEXTAUTH_SECRET ?? ""));
} finally {
  postgres.stop();
}
process.exit(0);
