import { randomUUID } from "node:crypto";
import type { SqlDriverAdapter, Transaction } from "@prisma/driver-adapter-utils";
import { afterAll, beforeAll, expect, it } from "vitest";
import { list, record } from "@/lib/data/assessments";
import { readAthlete } from "@/lib/data/athletes";
import { createDatabase } from "@/lib/data/database";
import { listMerges } from "@/lib/data/merges";
import { addNote, listNotes } from "@/lib/data/notes";
import { readRecalls, setRecall } from "@/lib/data/recalls";
import { addPatient, addPerson, addTeam, openTestDatabase } from "@/lib/data/testing";
import type { Viewer } from "@/lib/data/viewer";

// The page of an athlete costs the database the same however long their history is.

let close: () => Promise<void>;
let queries = 0;

beforeAll(async () => {
  const { adapter, close: end } = await openTestDatabase();
  const connect = adapter.connect.bind(adapter);
  globalThis.marchaDatabase = createDatabase(Object.assign(adapter, { connect: async () => countOf(await connect()) }));
  close = end;
});
afterAll(() => close());

function countOf<Queries extends SqlDriverAdapter | Transaction>(adapter: Queries): Queries {
  return new Proxy(adapter, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        if (name === "queryRaw" || name === "executeRaw") queries++;
        const answer: unknown = value.apply(target, args);
        return name === "startTransaction" && answer instanceof Promise ? answer.then(countOf) : answer;
      };
    },
  });
}

async function addHistory(coach: Viewer, teamId: string, length: number): Promise<string> {
  const athleteId = await addPatient(teamId);
  for (let visit = 0; visit < length; visit++) {
    await record(coach, {
      athleteId,
      submissionId: randomUUID(),
      protocol: "walk",
      reason: "checkup",
      measuredAt: new Date(Date.UTC(2026, visit % 10, 1 + visit)),
      timeZone: "Europe/Madrid",
      measurements: { speed: 1.2, height_cm: 168, weight_kg: 62.5 },
    });
    await addNote(coach, { submissionId: randomUUID(), athleteId, teamId, text: `Note ${visit}`, visibleToAthlete: false });
  }
  await setRecall(coach, { athleteId, teamId, dueOn: "2027-01-01" });
  return athleteId;
}

async function queriesOfPage(viewer: Viewer, athleteId: string): Promise<number> {
  queries = 0;
  await readAthlete(viewer, athleteId);
  await list(viewer, athleteId, {}, "athlete.viewed");
  await listNotes(viewer, athleteId);
  await readRecalls(viewer, athleteId);
  await listMerges(viewer, athleteId);
  return queries;
}

it("asks the same number of queries for one visit as for twelve", async () => {
  const coach = await addPerson("Coach");
  const teamId = await addTeam([{ viewer: coach, role: "coach" }]);
  const [short, long] = [await addHistory(coach, teamId, 1), await addHistory(coach, teamId, 12)];
  const few = await queriesOfPage(coach, short);
  expect(few).toBeGreaterThan(5);
  expect(await queriesOfPage(coach, long)).toBe(few);
});
