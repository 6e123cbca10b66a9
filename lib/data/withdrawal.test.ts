import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { predict } from "@/lib/inference";
import { type AssessmentInput, correct, predictAgain, read, record } from "./assessments";
import { database } from "./database";
import { addConsent, addPerson, addTeam, openTestDatabase } from "./testing";
import type { Viewer } from "./viewer";

// A consent is withdrawn while the models run, which is when it is easiest to miss.

vi.mock(import("@/lib/inference"), async (original) => {
  const actual = await original();
  return { ...actual, predict: vi.fn(actual.predict) };
});

let close: () => Promise<void>;
let ana: Viewer & { athleteId: string };
let coach: Viewer;
let id: string;

const walk = (): AssessmentInput => ({
  submissionId: randomUUID(),
  protocol: "walk",
  reason: "checkup",
  measuredAt: new Date("2026-03-02T09:30:00Z"),
  timeZone: "Europe/Madrid",
  measurements: { speed: 1.2, height_cm: 168, weight_kg: 62.5 },
});

beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

beforeEach(async () => {
  [ana, coach] = [await addPerson("Ana"), await addPerson("Coach")];
  await addConsent(ana.athleteId, await addTeam([{ viewer: coach, role: "coach" }]), "record");
  const recorded = await record(ana, { ...walk(), athleteId: ana.athleteId });
  id = recorded.ok ? recorded.value.id : "";
});

function withdrawDuringPrediction(): void {
  const predicted = vi.mocked(predict).getMockImplementation() ?? (async () => []);
  vi.mocked(predict).mockImplementationOnce(async (question) => {
    await database().consent.updateMany({ where: { athleteId: ana.athleteId }, data: { revokedAt: new Date() } });
    return predicted(question);
  });
}

const stored = async () => ({
  assessments: await database().assessment.count(),
  predictions: await database().prediction.count(),
  revisions: await database().assessmentRevision.count(),
  audit: await database().auditEvent.count(),
  detail: await read(ana, id),
});

it.each([
  ["record", () => record(coach, { ...walk(), athleteId: ana.athleteId }), { reason: "not_permitted" }],
  ["correct", () => correct(coach, id, { ...walk(), notes: "new", revision: 0 }), "not_permitted"],
  ["predictAgain", () => predictAgain(coach, id), "not_permitted"],
])("%s writes nothing where the consent was withdrawn meanwhile", async (_name, write, error) => {
  const before = await stored();
  withdrawDuringPrediction();
  expect(await write()).toEqual({ ok: false, error });
  expect(await stored()).toEqual(before);
});
