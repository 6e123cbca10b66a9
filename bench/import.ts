import { workOnImport } from "@/lib/data/import-run";
import { addChunk, beginImport, finishUpload, listRefusals, planImport, readImport, startImport } from "@/lib/data/imports";
import { addPerson, addTeam, openTestDatabase } from "@/lib/data/testing";

// npm run bench:import -- 50000: how fast a file goes in, and how much the process grows meanwhile. In a database of its own:
// on the server of TEST_DATABASE_URL, else on PGlite in memory (which then holds the records as well).

const rows = Number(process.argv[2] ?? 5_000);
const people = Math.max(1, Math.round(rows / 25));
const say = (text: string) => process.stdout.write(`${text}\n`);
const megabytes = () => process.memoryUsage().rss / 1024 / 1024;

const { close } = await openTestDatabase();
const coach = await addPerson("Coach");
const teamId = await addTeam([{ viewer: coach, role: "owner" }]);
const names =
  "athlete,birth_date,sex,measured_at,protocol,speed,height_cm,weight_kg,step_rate,stride_length,shock,impact_gs,contact_ratio,contact_time_left,contact_time_right";
const line = (index: number) => {
  const person = index % people;
  const at = new Date(Date.UTC(2015, 0, 1) + index * 3_600_000).toISOString();
  const speed = (1 + (index % 60) / 100).toFixed(2);
  return `Person ${person},${1940 + (person % 50)}-03-04,${person % 2 ? "male" : "female"},${at},walk,${speed},${160 + (person % 30)},${55 + (person % 40)},112,1.35,3.1,2.2,61,0.61,0.62`;
};

/** Sends a file of so many rows and says what its columns mean. */
async function bringIn(count: number): Promise<string> {
  const begun = await beginImport(coach, { teamId, fileName: "visits.csv" });
  if (!begun.ok) throw new Error(begun.error);
  const { id } = begun.value;
  let position = 0;
  for (let from = 0; from < count; from += 2_000) {
    const lines = Array.from({ length: Math.min(2_000, count - from) }, (_, index) => line(from + index));
    await addChunk(coach, id, position++, Buffer.from(`${from === 0 ? `${names}\n` : ""}${lines.join("\n")}\n`));
  }
  await finishUpload(coach, id, { timeZone: "UTC" });
  const plan = (await readImport(coach, id))?.plan;
  if (!plan) throw new Error("no plan");
  await planImport(coach, id, { plan, newPeople: { obtainedHow: "signed", obtainedOn: "2020-01-01" } });
  return id;
}

// A server that has been up a while: models loaded, code compiled.
const warmUp = await bringIn(Math.min(500, Math.ceil(rows / 10)));
await workOnImport(warmUp);
await startImport(coach, warmUp);
await workOnImport(warmUp);
const warm = await readImport(coach, warmUp);

const id = await bringIn(rows);
globalThis.gc?.();
const before = megabytes();
let most = before;
const watch = setInterval(() => {
  most = Math.max(most, megabytes());
}, 200);
const timed = async (what: string, work: () => Promise<void>) => {
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  say(
    `${what.padEnd(9)} ${rows} rows in ${seconds.toFixed(0)} s, ${(rows / seconds).toFixed(0)} rows/s; memory +${(most - before).toFixed(0)} MB at most`,
  );
};
await timed("checking", () => workOnImport(id));
await startImport(coach, id);
await timed("writing", () => workOnImport(id));
clearInterval(watch);
const done = await readImport(coach, id);
const [refusal] = await listRefusals(coach, id, { limit: 1 });
if (refusal) say(`first refusal: ${JSON.stringify(refusal.reasons)} in ${refusal.cells.join(",")}`);
say(
  `added ${done?.added}, refused ${done?.refused}; memory before ${before.toFixed(0)} MB, limit +256 MB: ${most - before < 256 ? "kept" : "exceeded"}`,
);
await close();
process.exit(most - before < 256 && done?.added === rows - (warm?.added ?? 0) ? 0 : 1);
