import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { list, record } from "@/lib/data/assessments";
import { readAthlete } from "@/lib/data/athletes";
import { listMerges } from "@/lib/data/merges";
import { addNote, listNotes } from "@/lib/data/notes";
import { readRecalls, setRecall } from "@/lib/data/recalls";
import { addPatient, addPerson, addTeam, countQueries, openTestDatabase } from "@/lib/data/testing";
import type { Viewer } from "@/lib/data/viewer";

// The page of an athlete costs the database the same however long their history is.

let close: () => Promise<void>;
let queriesOf: (work: () => Promise<unknown>) => Promise<number>;

beforeAll(async () => {
  const { adapter, close: end } = await openTestDatabase();
  queriesOf = await countQueries(adapter);
  close = end;
});
afterAll(() => close());

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

const queriesOfPage = (viewer: Viewer, athleteId: string) =>
  queriesOf(async () => {
    await readAthlete(viewer, athleteId);
    await list(viewer, athleteId, {}, "athlete.viewed");
    await listNotes(viewer, athleteId);
    await readRecalls(viewer, athleteId);
    await listMerges(viewer, athleteId);
  });

it("asks the same number of queries for one visit as for twelve", async () => {
  const coach = await addPerson("Coach");
  const teamId = await addTeam([{ viewer: coach, role: "coach" }]);
  const [short, long] = [await addHistory(coach, teamId, 1), await addHistory(coach, teamId, 12)];
  const few = await queriesOfPage(coach, short);
  expect(few).toBeGreaterThan(5);
  expect(await queriesOfPage(coach, long)).toBe(few);
});
