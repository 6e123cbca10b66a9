import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { idleAssessmentForm } from "@/components/assessment/types";
import { viewer } from "@/lib/auth/viewer";
import { list } from "@/lib/data/assessments";
import { addPatient, addPerson, addTeam, openTestDatabase } from "@/lib/data/testing";
import type { SignedIn } from "@/lib/data/viewer";
import { recordFor } from "./actions";
import { draftOwner } from "./draft-owner";

vi.mock(import("@/lib/auth/viewer"), () => ({ viewer: vi.fn(), requireViewer: vi.fn() }));
vi.mock("next/navigation", () => ({
  redirect: (address: string) => {
    throw new Error(`to ${address}`);
  },
}));

let close: () => Promise<void>;
let coach: SignedIn & { athleteId: string };
let teamId: string;

beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  coach = await addPerson("Coach");
  teamId = await addTeam([{ viewer: coach, role: "coach" }]);
});

const submit = (athleteId: string, owner: SignedIn) => {
  const form = new FormData();
  const whole = { protocol: "walk", reason: "checkup", measuredAt: "2026-03-02T10:30", timeZone: "Europe/Madrid", speed: "1.35" };
  for (const [name, value] of Object.entries({ ...whole, owner: owner.userId, submissionId: randomUUID() })) form.set(name, value);
  return recordFor(athleteId, idleAssessmentForm, form).then(
    ({ status }) => status,
    (error: unknown) => (error instanceof Error ? error.message : ""),
  );
};

describe("recording for an athlete", () => {
  it("stores the assessment in the athlete's record and not in the coach's own", async () => {
    vi.mocked(viewer).mockResolvedValue(coach);
    const athleteId = await addPatient(teamId);
    const answer = await submit(athleteId, coach);
    const [only, ...others] = await list(coach, athleteId);
    expect(answer).toBe(`to /assessments/${only?.id}`);
    expect(others).toEqual([]);
    expect(await list(coach, coach.athleteId)).toEqual([]);
  });

  it("is refused to a coach who may only view, and to anybody else", async () => {
    vi.mocked(viewer).mockResolvedValue(coach);
    const viewed = await addPatient(teamId, { scope: "view" });
    expect(await submit(viewed, coach)).toBe("notPermitted");
    expect(await submit("no id", coach)).toBe("notPermitted");
    const stranger = await addPerson("Stranger");
    vi.mocked(viewer).mockResolvedValue(stranger);
    expect(await submit(await addPatient(teamId), stranger)).toBe("notPermitted");
    vi.mocked(viewer).mockResolvedValue(null);
    expect(await submit(viewed, coach)).toBe("signedOut");
    expect(await list(coach, viewed)).toEqual([]);
  });

  it("records nothing in the name of a colleague who signed in after the page was opened", async () => {
    const colleague = await addPerson("Colleague");
    const shared = await addTeam([
      { viewer: coach, role: "coach" },
      { viewer: colleague, role: "coach" },
    ]);
    const athleteId = await addPatient(shared);
    vi.mocked(viewer).mockResolvedValue(colleague);
    expect(await submit(athleteId, coach)).toBe("signedOut");
    expect(await list(coach, athleteId)).toEqual([]);
  });

  it("keeps drafts of two athletes, of two coaches, and of one's own assessment apart", () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const owners = [draftOwner(one, other), draftOwner(other, one), draftOwner(one, one), draftOwner(other, other), one, other];
    expect(new Set(owners).size).toBe(owners.length);
  });
});
