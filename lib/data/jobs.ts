import "server-only";
import { fromPglite, PgBoss } from "pg-boss";
import { environment } from "@/lib/env";
import { log } from "@/lib/log";
import { embeddedDatabase } from "./adapter";

// Long work, in a queue of the same database: what is queued is there after the server was killed.

declare global {
  var marchaJobs: PgBoss | undefined;
}

export const queues = { import: "import", purge: "purge" } as const;

/** Connections of their own, beside the pages'. */
const connections = 2;

/** A queue over the database of this process; on `globalThis` once it runs, for Next holds this file more than once. */
export function openJobs(options: { migrate?: boolean; supervise?: boolean; schedule?: boolean } = {}): PgBoss {
  const { DATABASE_URL: url } = environment();
  const shared = { ...options, schema: "pgboss", registerInstance: false, openTelemetry: { enabled: false } };
  if (url) return new PgBoss({ ...shared, connectionString: url, max: connections });
  return new PgBoss({ ...shared, db: fromPglite(embeddedDatabase(environment())), backend: "pglite" });
}

/** Makes or brings up to date the queue's own tables. For the release step; two at once wait for each other. */
export async function prepareQueue(): Promise<void> {
  const jobs = openJobs({ supervise: false, schedule: false });
  await jobs.start();
  for (const name of Object.values(queues)) await jobs.createQueue(name);
  await jobs.stop({ graceful: false, close: true });
}

/** A worker that was killed misses its heartbeat, and another takes the import up where it was. */
const heartbeatSeconds = 20;
export const mostRetries = 5;
const patience = { heartbeatSeconds, retryLimit: mostRetries, retryDelay: 2, expireInSeconds: 6 * 60 * 60 };

/** Tells the workers of an import, whichever process they are in. Where none run it waits: they look when they start. */
export async function wakeWorkers(importId: string): Promise<void> {
  try {
    await globalThis.marchaJobs?.send(queues.import, { importId }, patience);
  } catch (error) {
    // It is written that the import is to be done; the workers find it when they next start.
    log.error({ import: importId, error: error instanceof Error ? error.name : "unknown" }, "the workers could not be told");
  }
}
