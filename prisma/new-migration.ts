import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createMemoryAdapter } from "@/lib/data/adapter";
import { applyMigrations, driftFromSchema } from "./schema-engine";

// npm run migrate:new -- add_recall_date: writes what schema.prisma has beyond the migrations as the next one.

const [name] = process.argv.slice(2);
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write("Usage: npm run migrate:new -- name_in_snake_case\n");
  process.exit(1);
}

const adapter = createMemoryAdapter();
await applyMigrations(adapter);
const sql = await driftFromSchema(adapter);
if (!sql) {
  process.stdout.write("schema.prisma and the migrations agree: nothing to write\n");
  process.exit(0);
}
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = path.join("prisma", "migrations", `${stamp}_${name}`);
mkdirSync(folder);
writeFileSync(path.join(folder, "migration.sql"), `${sql}\n`);
process.stdout.write(`Wrote ${folder}/migration.sql: read it before you commit it\n`);
process.exit(0);
