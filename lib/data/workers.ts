import "server-only";
import { z } from "zod";
import { log } from "@/lib/log";
import { database } from "./database";
import { end, workOnImport } from "./import-run";
import { undecided } from "./import-state";
import { mostRetries, openJobs, queues, wakeWorkers } from "./jobs";
import { addUpMarks } from "./kept-answers";
import { forgetSessions } from "./open-sessions";

const jobSchema = z.object({ importId: z.uuid() });
const day = 24 * 60 * 60 * 1000;
/** How long an upload that nobody decided on is kept, and the rows that were refused. */
const keptDays = { upload: 7, refusals: 30 } as const;

/**
 * Takes up long work in this process, once. What a killed server left is gone on with at once; two processes at one import do
 * no harm, the one behind leaves it. For the start of the server only.
 */
export async function startWorkers(): Promise<void> {
  if (globalThis.marchaJobs) return;
  const jobs = openJobs({ migrate: false });
  globalThis.marchaJobs = jobs;
  jobs.on("error", (error) => log.error({ error: error.name }, "the queue met an error"));
  await jobs.start();
  await jobs.work(queues.import, { batchSize: 1, includeMetadata: true }, async ([job]) => {
    const parsed = jobSchema.safeParse(job?.data);
    if (parsed.success) await workOrGiveUp(parsed.data.importId, job?.retryCount ?? 0);
  });
  await jobs.work(queues.purge, { pollingIntervalSeconds: 60 }, purge);
  await jobs.schedule(queues.purge, "17 3 * * *");
  await goOn();
}

/** Lets the batch in hand finish, takes no new one. */
export async function stopWorkers(): Promise<void> {
  const jobs = globalThis.marchaJobs;
  globalThis.marchaJobs = undefined;
  await jobs?.stop({ graceful: true, timeout: 20_000 });
}

/** An import that fails again and again ends, and says so: it must not seem to go on. */
async function workOrGiveUp(importId: string, failures: number): Promise<void> {
  try {
    await workOnImport(importId);
  } catch (error) {
    log.error({ import: importId, failures, error: error instanceof Error ? error.name : "unknown" }, "an import failed");
    if (failures < mostRetries) throw error;
    await database().$transaction((transaction) => end(transaction, importId, { status: "failed", failure: "unexpected" }));
  }
}

async function goOn(): Promise<void> {
  const begun = await database().import.findMany({ where: { status: { in: ["checking", "running"] } }, select: { id: true } });
  for (const { id } of begun) await wakeWorkers(id);
}

/** Deletes uploads that nobody decided on, and refused rows and sessions whose time is over, and adds up what piles up. */
async function purge(): Promise<void> {
  const before = (days: number) => new Date(Date.now() - days * day);
  await database().import.deleteMany({ where: { status: { in: undecided }, createdAt: { lt: before(keptDays.upload) } } });
  await database().importRefusal.deleteMany({ where: { import: { createdAt: { lt: before(keptDays.refusals) } } } });
  await forgetSessions();
  await addUpMarks();
}
