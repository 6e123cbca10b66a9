import { database } from "@/lib/data/database";
import { fillSummaries } from "./fill-summaries";

// npm run summaries: fills in what rosters and cohorts are read from, where records are older than it; -- --all does all again.

const all = process.argv.includes("--all");
const done = await fillSummaries({ all, onProgress: (count) => process.stdout.write(`  ${count} athletes\n`) });
await database().$disconnect();
process.stdout.write(done > 0 ? `Summed up ${done} athletes\n` : "The summaries are up to date\n");
process.exit(0);
