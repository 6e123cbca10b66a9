import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { createFormatter } from "next-intl";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { idleForm } from "@/components/athlete/form-state";
import { idleLinkForm } from "@/components/teams/link-state";
import { viewer } from "@/lib/auth/viewer";
import { database } from "@/lib/data/database";
import { readInvitation } from "@/lib/data/invitation-answers";
import { listNotes } from "@/lib/data/notes";
import { readRecalls } from "@/lib/data/recalls";
import { addPatient, addPerson, addTeam, openTestDatabase } from "@/lib/data/testing";
import type { SignedIn } from "@/lib/data/viewer";
import { today } from "../answers";
import { chooseRecall, handOver, writeNote } from "./actions";

vi.mock(import("@/lib/auth/viewer"), () => ({ viewer: vi.fn(), requireViewer: vi.fn() }));
vi.mock("next/cache", () => ({ revalidatePath: vi.fn() }));
vi.mock("@/lib/i18n/server", () => ({
  getTranslations: async () => (key: string) => key,
  getLocale: async () => "en",
  getRegionalFormatter: async () => createFormatter({ locale: "en-GB", timeZone: "UTC" }),
}));
vi.mock("@/app/site-address", () => ({ siteAddress: async () => "https://marcha.example" }));

let close: () => Promise<void>;
let coach: SignedIn;
let teamId: string;
let athleteId: string;

beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  coach = await addPerson("Coach");
  teamId = await addTeam([{ viewer: coach, role: "coach" }]);
  athleteId = await addPatient(teamId);
  vi.mocked(viewer).mockResolvedValue(coach);
  vi.mocked(revalidatePath).mockClear();
});

const formOf = (values: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};

describe("writing a note", () => {
  const note = (changes: Readonly<Record<string, string>> = {}) =>
    formOf({ submissionId: randomUUID(), team: teamId, note: "Slower today", visible: "team", ...changes });

  it("stores it and shows the page anew", async () => {
    expect(await writeNote(athleteId, idleForm, note())).toMatchObject({ status: "done", values: {} });
    expect(await listNotes(coach, athleteId)).toHaveLength(1);
    expect(revalidatePath).toHaveBeenCalledWith(`/athletes/${athleteId}`);
  });

  it("goes back filled where it is refused", async () => {
    expect(await writeNote(athleteId, idleForm, note({ visible: "" }))).toMatchObject({
      status: "refused",
      errors: { visible: "visible" },
      values: { note: "Slower today" },
    });
    vi.mocked(viewer).mockResolvedValue(await addPerson("Stranger"));
    expect(await writeNote(athleteId, idleForm, note())).toMatchObject({ message: "notPermitted", values: { note: "Slower today" } });
    vi.mocked(viewer).mockResolvedValue(null);
    expect(await writeNote(athleteId, idleForm, note())).toMatchObject({ message: "signedOut", values: { note: "Slower today" } });
    expect(await listNotes(coach, athleteId)).toEqual([]);
  });
});

describe("choosing a recall date", () => {
  it("takes today and later", async () => {
    expect(await chooseRecall(athleteId, idleForm, formOf({ team: teamId, dueOn: today() }))).toMatchObject({ status: "done" });
    expect(await readRecalls(coach, athleteId)).toEqual([expect.objectContaining({ dueOn: today() })]);
  });

  it.each(["2020-01-01", "2500-01-01", "soon", ""])("refuses %j beside its field", async (dueOn) => {
    expect(await chooseRecall(athleteId, idleForm, formOf({ team: teamId, dueOn }))).toMatchObject({ errors: { dueOn: "date" } });
    expect(await readRecalls(coach, athleteId)).toEqual([]);
  });
});

describe("handing a record over", () => {
  it("makes a link that works", async () => {
    const answer = await handOver(athleteId, idleLinkForm, formOf({ team: teamId, email: " " }));
    expect(answer.status).toBe("done");
    const [, token = ""] = answer.made?.link.split("/invitations/") ?? [];
    expect(await readInvitation(await addPerson("Ana"), token)).toMatchObject({ state: "open", handsOver: true });
  });

  it("keeps the address where it is none, and makes nothing", async () => {
    const refused = await handOver(athleteId, idleLinkForm, formOf({ team: teamId, email: "ana@" }));
    expect(refused).toMatchObject({ errors: { email: "emailWrong" }, values: { email: "ana@" } });
    expect(await database().invitation.count({ where: { athleteId } })).toBe(0);
  });

  it("is for who may administer the record, through their own team", async () => {
    const viewed = await addPatient(teamId, { scope: "view" });
    expect(await handOver(viewed, idleLinkForm, formOf({ team: teamId }))).toMatchObject({ message: "notPermitted" });
    expect(await handOver(athleteId, idleLinkForm, formOf({ team: randomUUID() }))).toMatchObject({ message: "notPermitted" });
    vi.mocked(viewer).mockResolvedValue(await addPerson("Stranger"));
    expect(await handOver(athleteId, idleLinkForm, formOf({ team: teamId }))).toMatchObject({ message: "notPermitted" });
    expect(await database().invitation.count({ where: { teamId } })).toBe(0);
  });
});
