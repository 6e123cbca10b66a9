import { defineConfig } from "prisma/config";

// The CLI looks for a schema engine to download even where it runs none (generate, format, validate): any executable stops it looking.
// Migrations run in prisma/schema-engine.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma/schema.prisma" });
