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
    const submissionId = randomUUID();
    const first = await submit(formOf({ submissionId, notes: "first" }));
    expect(await submit(formOf({ submissionId, notes: "first" }))).toBe(first);
    expect(await submit(formOf({ submissionId, notes: "second", speed: "1.2" }))).toBe(first);
    const [only, ...others] = await list(ana, ana.athleteId);
    expect(others).toEqual([]);
    expect(first).toBe(`to /assessments/${only?.id}`);
    expect(await read(ana, only?.id ?? "")).toMatchObject({ notes: "second", measurements: { speed: 1.2 }, revision: 1 });
  });

  it("gives the form back to somebody who is no longer signed in", async () => {
    vi.mocked(viewer).mockResolvedValue(null);
    expect(await submit(formOf({ submissionId: randomUUID() }))).toBe("signedOut");
  });
});
