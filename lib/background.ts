import "server-only";
import { startWorkers, stopWorkers } from "@/lib/data/workers";
import { log } from "@/lib/log";

/**
 * Takes up long work beside the pages. They do not wait for it and stand without it: where the queue cannot be reached, what
 * was asked for waits until a server starts that can.
 */
export function beginBackground(): void {
  startWorkers().catch((error: unknown) => {
    log.error({ error: error instanceof Error ? error.name : "unknown" }, "background work could not start");
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stopWorkers());
}
