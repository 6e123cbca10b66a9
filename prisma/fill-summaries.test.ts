import { afterAll, beforeAll, expect, it } from "vitest";
import { record } from "@/lib/data/assessments";
import { database } from "@/lib/data/database";
import { addConsent, addPerson, addTeam, openTestDatabase } from "@/lib/data/testing";
import { fillSummaries } from "./fill-summaries";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const stored = async () => ({
  summaries: await database().assessmentSummary.findMany({ orderBy: { assessmentId: "asc" } }),
  lines: (await database().rosterEntry.findMany({ orderBy: { athleteId: "asc" } })).map(({ updatedAt: _, ...line }) => line),
});

it("brings what is older than the summaries to what recording writes, and then finds nothing to do", async () => {
  const teamId = await addTeam([]);
  for (const name of ["Ana", "Bruno", "Carla"]) {
    const person = await addPerson(name);
    await addConsent(person.athleteId, teamId, "view");
    await record(person, {
      athleteId: person.athleteId,
      submissionId: crypto.randomUUID(),
      protocol: "walk",
      reason: "checkup",
      measuredAt: new Date("2026-03-02T09:30:00Z"),
      timeZone: "Europe/Madrid",
      measurements: { speed: 1.2, height_cm: 168, weight_kg: 62.5 },
    });
  }
  const written = await stored();
  expect(written.lines).toHaveLength(3);
  await database().assessmentSummary.deleteMany();
  await database().rosterEntry.deleteMany();
  expect(await fillSummaries()).toBe(3);
  expect(await stored()).toEqual(written);
  expect(await fillSummaries()).toBe(0);
  expect(await fillSummaries({ all: true })).toBe(3);
  expect(await stored()).toEqual(written);
});
