import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyMigrations } from "@/prisma/schema-engine";
import { createAdapter, embeddedDatabase } from "../adapter";
import { createDatabase, database } from "../database";
import { addChunk, beginImport, finishUpload, planImport, readImport, startImport } from "../imports";
import { addPerson, addTeam, openTestDatabase } from "../testing";
import type { Viewer } from "../viewer";

// `KILLS=50 npm run test:kill` for many; a few are enough to notice that it broke.
const kills = Number(process.env.KILLS ?? 3);
const rows = 260;
const people = 30;
/** Longer than a batch takes: kills fall into, between and after transactions. */
const longestLife = 1_500;

const folder = mkdtempSync(path.join(tmpdir(), "marcha-kill-"));
/** Where the child finds the same database; PGlite has one process at a time, so the parent lets go before. */
let place: Record<string, string>;
let close: () => Promise<void> = async () => {};

async function open(): Promise<void> {
  if (!place.DATA_DIR) return;
  const env = { DATA_DIR: folder, DATABASE_POOL_SIZE: 1 };
  const adapter = createAdapter(env);
  await applyMigrations(adapter);
  globalThis.marchaDatabase = createDatabase(adapter);
}

async function letGo(): Promise<void> {
  if (!place.DATA_DIR) return;
  await database().$disconnect();
  await embeddedDatabase({ DATA_DIR: folder }).close();
  globalThis.marchaDatabase = undefined;
  globalThis.marchaEmbedded = undefined;
  rmSync(path.join(folder, "pglite.lock"), { force: true });
}

beforeAll(async () => {
  if (process.env.TEST_DATABASE_URL) {
    const opened = await openTestDatabase();
    place = { DATABASE_URL: opened.url ?? "" };
    close = opened.close;
  } else {
    place = { DATA_DIR: folder };
    await open();
  }
}, 60_000);
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

test(`killed ${kills} times, an import ends with each row exactly once`, { timeout: 20 * 60_000 }, async () => {
  const coach = await addPerson("Coach");
  const teamId = await addTeam([{ viewer: coach, role: "owner" }]);
  let killed = 0;
  let stored = 0;
  for (let file = 0; killed < kills; file++) {
    await open();
    const id = await uploaded(coach, teamId, file);
    await letGo();
    killed += await workUntilDone(id, kills - killed);

    await open();
    expect(await readImport(coach, id)).toMatchObject({ status: "checked", total: rows, added: rows });
    expect(await database().assessment.count({ where: { recordedById: coach.userId } })).toBe(stored);
    await startImport(coach, id);
    await letGo();
    killed += await workUntilDone(id, kills - killed);

    await open();
    stored += rows;
    expect(await readImport(coach, id)).toMatchObject({ status: "done", total: rows, added: rows, alreadyThere: 0, refused: 0 });
    await expectEachOnce(coach, teamId, stored);
  }
  expect(killed).toBe(kills);
});

/** Starts workers on the import, kills them at random while `most` lasts, and returns how many were killed. */
async function workUntilDone(importId: string, most: number): Promise<number> {
  let killed = 0;
  while (true) {
    const child = spawn("node", ["--conditions=react-server", "--import", "tsx", "lib/data/import-kill/worker.ts", importId], {
      env: { ...process.env, ...place },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    await new Promise((resolve) => child.stdout.once("data", resolve));
    if (killed < most) {
      await Promise.race([wait(Math.random() * longestLife), ended]);
      if (child.kill("SIGKILL")) killed++;
    }
    if ((await ended) === 0) return killed;
  }
}

async function uploaded(coach: Viewer, teamId: string, file: number): Promise<string> {
  const begun = await beginImport(coach, { teamId, fileName: "visits.csv" });
  if (!begun.ok) throw new Error(begun.error);
  const { id } = begun.value;
  const lines = Array.from({ length: rows }, (_, index) => {
    const born = 1950 + (index % people);
    const at = new Date(Date.UTC(2020 + file, 0, 1, 10, index)).toISOString();
    return `Person ${index % people},${born}-03-04,female,${at},walk,${(1 + (index % 50) / 100).toFixed(2)},62,168`;
  });
  const text = `athlete,birth_date,sex,measured_at,protocol,speed,weight_kg,height_cm\n${lines.join("\n")}\n`;
  await addChunk(coach, id, 0, Buffer.from(text));
  await finishUpload(coach, id, { timeZone: "UTC" });
  const plan = (await readImport(coach, id))?.plan;
  if (!plan) throw new Error("no plan");
  await planImport(coach, id, { plan, newPeople: { obtainedHow: "signed", obtainedOn: "2020-01-01" } });
  return id;
}

async function expectEachOnce(coach: Viewer, teamId: string, expected: number): Promise<void> {
  const stored = await database().assessment.findMany({
    where: { recordedById: coach.userId },
    select: {
      measuredAt: true,
      athleteId: true,
      summary: { select: { assessmentId: true } },
      _count: { select: { measurements: true, predictions: true } },
    },
  });
  expect(stored).toHaveLength(expected);
  expect(new Set(stored.map(({ measuredAt, athleteId }) => `${athleteId} ${measuredAt.toISOString()}`)).size).toBe(expected);
  for (const { summary, _count } of stored)
    expect({ summary: summary !== null, ..._count }).toEqual({ summary: true, measurements: 3, predictions: _count.predictions || -1 });
  expect(await database().athlete.count({ where: { consents: { some: { teamId } } } })).toBe(people);
  expect(await database().rosterEntry.count({ where: { teamId } })).toBe(people);
}
