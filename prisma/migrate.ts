import { createAdapter } from "@/lib/data/adapter";
import { prepareQueue } from "@/lib/data/jobs";
import { environment } from "@/lib/env";
import { applyMigrations } from "./schema-engine";

const applied = await applyMigrations(createAdapter(environment()));
await prepareQueue();
process.stdout.write(applied.length > 0 ? `Applied ${applied.join(", ")}\n` : "The database is up to date\n");
process.exit(0);
