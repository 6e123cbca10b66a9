import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { DatabaseAdapter } from "@/lib/data/adapter";
import { forMigrations } from "./migration-adapter";

// Prisma's own schema engine as WebAssembly, driven through the adapter: no binary to download, one way to migrate for both databases.

const folder = path.join(process.cwd(), "prisma");
const filters = { externalTables: [], externalEnums: [] };

let loaded: Promise<void> | undefined;

async function load(): Promise<void> {
  const { instance } = await WebAssembly.instantiate(readFileSync(engineFile()), { "./schema_engine_bg.js": { ...engine } });
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
}

/** Beside the migrations in a packaged folder, else in the npm package. */
function engineFile(): string {
  const packaged = path.join(folder, "schema_engine_bg.wasm");
  if (existsSync(packaged)) return packaged;
  return createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
}

async function openEngine(adapter: DatabaseAdapter) {
  loaded ??= load();
  await loaded;
  return engine.SchemaEngine.new(
    { datamodels: [["schema.prisma", readSchema().content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(forMigrations(adapter)),
  );
}

function readSchema() {
  return { path: "schema.prisma", content: readFileSync(path.join(folder, "schema.prisma"), "utf8") };
}

function readMigrations() {
  const directory = path.join(folder, "migrations");
  const names = readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: directory,
    lockfile: { path: "migration_lock.toml", content: readFileSync(path.join(directory, "migration_lock.toml"), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: readFileSync(path.join(directory, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

/** Applies the migrations that the database lacks, in order, and returns their names. Throws where one fails or was edited. */
export async function applyMigrations(adapter: DatabaseAdapter): Promise<string[]> {
  const schemaEngine = await openEngine(adapter);
  try {
    const { appliedMigrationNames } = await schemaEngine.applyMigrations({ migrationsList: readMigrations(), filters });
    return appliedMigrationNames;
  } finally {
    schemaEngine.free();
  }
}

/** The SQL that would bring the connected database to schema.prisma; empty where they agree. */
export async function driftFromSchema(adapter: DatabaseAdapter): Promise<string> {
  const schemaEngine = await openEngine(adapter);
  try {
    const schema = readSchema();
    const { stdout } = await schemaEngine.diff({
      from: { tag: "schemaDatasource", files: [schema], configDir: folder },
      to: { tag: "schemaDatamodel", files: [schema] },
      script: true,
      exitCode: null,
      filters,
    });
    const sql = stdout ?? "";
    return sql.includes("empty migration") ? "" : sql.trim();
  } finally {
    schemaEngine.free();
  }
}
