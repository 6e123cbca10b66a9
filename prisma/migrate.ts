import { createMigrationAdapter } from "@/lib/data/adapter";
import { prepareQueue } from "@/lib/data/jobs";
import { environment } from "@/lib/env";
import { alone } from "./migration-lock";
import { applyMigrations } from "./schema-engine";

// The release step: npm run migrate, or node migrate.mjs in a packaged folder.

const applied = await alone(environment().DATABASE_URL, async () => {
  const names = await applyMigrations(createMigrationAdapter(environment()));
  await prepareQueue();
  return names;
});
process.stdout.write(applied.length > 0 ? `Applied ${applied.join(", ")}\n` : "The database is up to date\n");
process.exit(0);
