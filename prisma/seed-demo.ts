import { database } from "@/lib/data/database";
import { environment } from "@/lib/env";
import { seedDemo } from "./demo-cohort/seed";
import { fillSummaries } from "./fill-summaries";

// Everybody knows the demo's password: it is for the embedded database, never for a server.
if (environment().DATABASE_URL) {
  process.stderr.write("The demo fills the embedded database only: unset DATABASE_URL.\n");
  process.exit(1);
}

const begun = Date.now();
const outcome = await seedDemo({
  onProgress: (done, total) => {
    if (done % 20 === 0 || done === total) process.stdout.write(`  ${done} of ${total} people\n`);
  },
});
// Who was filled in by an older version lacks what rosters are read from.
await fillSummaries();
await database().$disconnect();
process.stdout.write(
  outcome === "seeded" ? `Filled in ${Math.round((Date.now() - begun) / 1000)} s\n` : "The synthetic people are already there\n",
);
process.exit(0);
