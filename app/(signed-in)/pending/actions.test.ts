import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { viewer } from "@/lib/auth/viewer";
import { list } from "@/lib/data/assessments";
import { addPatient, addPerson, addTeam, openTestDatabase } from "@/lib/data/testing";
import { metricPreferences } from "@/lib/measurements/units";
import { sendKept } from "./actions";

vi.mock(import("@/lib/auth/viewer"), () => ({ viewer: vi.fn(), requireViewer: vi.fn() }));

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const kept = (part: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  const walk = { protocol: "walk", reason: "checkup", measuredAt: "2026-03-02T10:30", timeZone: "Europe/Madrid", speed: "1.35" };
  const whole = { ...walk, submissionId: randomUUID(), units: JSON.stringify(metricPreferences), ...part };
  for (const [name, value] of Object.entries(whole)) form.set(name, value);
  return form;
};

it("stores what waited in the record of who finished it, once", async () => {
  const ana = await addPerson("Ana");
  vi.mocked(viewer).mockResolvedValue(ana);
  const own = { owner: ana.userId, submissionId: randomUUID() };
  const stored = await sendKept(kept(own));
  expect(await sendKept(kept(own))).toEqual(stored);
  expect(await list(ana, ana.athleteId)).toMatchObject([{ id: stored.status === "stored" && stored.id }]);
});

it("stores nothing in the record or in the name of whoever is signed in by then", async () => {
  const [ana, bea] = [await addPerson("Ana"), await addPerson("Bea")];
  const team = await addTeam([
    { viewer: ana, role: "coach" },
    { viewer: bea, role: "coach" },
  ]);
  const patient = await addPatient(team);
  vi.mocked(viewer).mockResolvedValue(bea);
  expect(await sendKept(kept({ owner: ana.userId }))).toEqual({ status: "signedOut" });
  expect(await sendKept(kept({ owner: ana.userId, athleteId: patient }))).toEqual({ status: "signedOut" });
  expect(await sendKept(kept({}))).toEqual({ status: "signedOut" });
  for (const athleteId of [bea.athleteId, patient]) expect(await list(bea, athleteId)).toEqual([]);
  expect(await list(ana, ana.athleteId)).toEqual([]);
});
