import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { predict } from "@/lib/inference";
import { list, record } from "./assessments";
import { database } from "./database";
import { editPatient } from "./patients";
import { addPatient, addPerson, addTeam, openTestDatabase } from "./testing";

// A birth date is corrected while the models run, when nothing is recorded yet and it may be.

vi.mock(import("@/lib/inference"), async (original) => {
  const actual = await original();
  return { ...actual, predict: vi.fn(actual.predict) };
});

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

it("answers for the person as corrected", async () => {
  const coach = await addPerson("Coach");
  const athleteId = await addPatient(await addTeam([{ viewer: coach, role: "coach" }]), { birthDate: "1975-04-02" });
  const predicted = vi.mocked(predict).getMockImplementation() ?? (async () => []);
  vi.mocked(predict).mockImplementationOnce(async (question) => {
    await editPatient(coach, athleteId, { name: "Patient", birthDate: "1985-04-02", sex: "male" });
    return predicted(question);
  });
  const recorded = await record(coach, {
    athleteId,
    submissionId: randomUUID(),
    protocol: "walk",
    reason: "checkup",
    measuredAt: new Date("2026-05-02T09:30:00Z"),
    timeZone: "Europe/Madrid",
    measurements: { speed: 1.2, height_cm: 168, weight_kg: 62.5 },
  });
  expect(recorded.ok).toBe(true);
  const rows = await database().prediction.findMany({ select: { inputs: true } });
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map(({ inputs }) => JSON.parse(JSON.stringify(inputs)).age_years))).toEqual(new Set([41]));
  expect(await list(coach, athleteId)).toHaveLength(1);
});
