import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ports } from "@/bench/ports";
import { startPostgres } from "@/bench/postgres";
import { MarchaServer } from "../server";
import { readWorld, type SeededWorld, worldVariable } from "../world";

export type FuzzedServer = {
  readonly server: MarchaServer;
  readonly port: number;
  readonly databaseUrl: string;
  readonly secret: string;
  readonly world: SeededWorld;
  readonly logFile: string;
};

/**
 * The last build over a PostgreSQL of its own, with people in it and limits that nobody meets, for as long as it is asked. Who asks says
 * whether something was found: the server's log is kept then.
 */
export async function withFuzzedServer(ask: (fuzzed: FuzzedServer) => Promise<boolean>): Promise<void> {
  Object.assign(process.env, { API_RATE_LIMIT: "1000000", API_RATE_LIMIT_ANONYMOUS: "1000000" });
  const folder = mkdtempSync(path.join(tmpdir(), "marcha-fuzz-"));
  const [logFile, worldFile] = [path.join(folder, "server.log"), path.join(folder, "world.json")];
  const postgres = startPostgres();
  const databaseUrl = postgres.database("fuzz");
  const secret = randomBytes(32).toString("hex");
  const [port] = ports.servers;
  const server = new MarchaServer({ port, dataFolder: folder, databaseUrl, logFile, secret });
  let keepLog = true;
  try {
    server.migrate();
    server.script("e2e/seed-world.ts", worldFile);
    process.env[worldVariable] = worldFile;
    await server.start();
    keepLog = await ask({ server, port, databaseUrl, secret, world: readWorld(), logFile });
  } finally {
    await server.stop();
    postgres.stop();
    if (!keepLog) rmSync(folder, { recursive: true, force: true });
  }
}
