import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { idleAssessmentForm } from "@/components/assessment/types";
import { viewer } from "@/lib/auth/viewer";
import { list, read } from "@/lib/data/assessments";
import { addPerson, openTestDatabase } from "@/lib/data/testing";
import { recordAssessment } from "./actions";

vi.mock(import("@/lib/auth/viewer"), () => ({ viewer: vi.fn(), requireViewer: vi.fn() }));
vi.mock("next/navigation", () => ({
  redirect: (address: string) => {
    throw new Error(`to ${address}`);
  },
}));

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const formOf = (changes: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  const whole = { protocol: "walk", reason: "checkup", measuredAt: "2026-03-02T10:30", timeZone: "Europe/Madrid", speed: "1.35" };
  for (const [name, value] of Object.entries({ ...whole, ...changes })) form.set(name, value);
  return form;
};

const submit = (form: FormData) =>
  recordAssessment(idleAssessmentForm, form).then(
    ({ status }) => status,
    (error: unknown) => (error instanceof Error ? error.message : ""),
  );

describe("recordAssessment", () => {
  it("stores what the person last saved, though the answer to an earlier save was lost", async () => {
    const ana = await addPerson("Ana");
    vi.mocked(viewer).mockResolvedValue(ana);
    const own = { owner: ana.userId, submissionId: randomUUID() };
    const first = await submit(formOf({ ...own, notes: "first" }));
    expect(await submit(formOf({ ...own, notes: "first" }))).toBe(first);
    expect(await submit(formOf({ ...own, notes: "second", speed: "1.2" }))).toBe(first);
    const [only, ...others] = await list(ana, ana.athleteId);
    expect(others).toEqual([]);
    expect(first).toBe(`to /assessments/${only?.id}`);
    expect(await read(ana, only?.id ?? "")).toMatchObject({ notes: "second", measurements: { speed: 1.2 }, revision: 1 });
  });

  it("stores nothing of somebody who is no longer signed in", async () => {
    const ana = await addPerson("Ana");
    vi.mocked(viewer).mockResolvedValue(null);
    expect(await submit(formOf({ owner: ana.userId, submissionId: randomUUID() }))).toBe("signedOut");
    expect(await submit(formOf({ submissionId: randomUUID() }))).toBe("signedOut");
    expect(await list(ana, ana.athleteId)).toEqual([]);
  });

  it("stores nothing in the name of who signed in after the page was opened, and shows them nothing of it", async () => {
    const [ana, bea] = [await addPerson("Ana"), await addPerson("Bea")];
    vi.mocked(viewer).mockResolvedValue(bea);
    for (const owner of [ana.userId, ""]) {
      const answer = await recordAssessment(idleAssessmentForm, formOf({ owner, submissionId: randomUUID(), notes: "Ana's" }));
      expect(answer).toEqual({ status: "signedOut", problems: [], values: null });
    }
    expect(await list(bea, bea.athleteId)).toEqual([]);
    expect(await list(ana, ana.athleteId)).toEqual([]);
  });
});
