import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { port } from "./address";
import { mailsVariable, startMailSink } from "./mail-sink";
import { MarchaServer } from "./server";
import { worldVariable } from "./world";

/** One server for all journeys but those that stop it; DATABASE_URL decides which database, as in production. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), "marcha-e2e-"));
  const mails = path.join(dataFolder, "mails.jsonl");
  process.env[mailsVariable] = mails;
  const sink = await startMailSink(mails);
  const server = new MarchaServer({
    port,
    dataFolder,
    databaseUrl: process.env.DATABASE_URL,
    logFile: path.join(dataFolder, "server.log"),
    smtpUrl: sink.url,
  });
  server.migrate();
  const world = path.join(dataFolder, "world.json");
  server.script("e2e/seed-world.ts", world);
  process.env[worldVariable] = world;
  await server.start();
  return async () => {
    await server.stop();
    sink.server.close();
    rmSync(dataFolder, { recursive: true, force: true });
  };
}
