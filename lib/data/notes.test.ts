import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "./database";
import { addNote, deleteNote, listNotes, listVisibleNotes, type NoteInput } from "./notes";
import { addConsent, addPatient, addPerson, addTeam, auditTrail, openTestDatabase } from "./testing";
import type { Viewer } from "./viewer";

let close: () => Promise<void>;
let ana: Viewer & { athleteId: string };
let coach: Viewer;
let colleague: Viewer;
let stranger: Viewer;
let teamId: string;

beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

beforeEach(async () => {
  ana = await addPerson("Ana");
  coach = await addPerson("Coach");
  colleague = await addPerson("Colleague");
  stranger = await addPerson("Stranger");
  teamId = await addTeam([
    { viewer: coach, role: "owner" },
    { viewer: colleague, role: "coach" },
  ]);
  await addConsent(ana.athleteId, teamId, "view");
});

const note = (changes: Partial<NoteInput> = {}): NoteInput => ({
  submissionId: randomUUID(),
  athleteId: ana.athleteId,
  teamId,
  text: "Came back slower after the marathon.",
  visibleToAthlete: false,
  ...changes,
});

const withdraw = () =>
  database().consent.updateMany({ where: { athleteId: ana.athleteId, revokedAt: null }, data: { revokedAt: new Date() } });

describe("a note", () => {
  it("is read by the team, with who wrote it", async () => {
    await addNote(coach, note());
    expect(await listNotes(coach, ana.athleteId)).toEqual([
      expect.objectContaining({ author: "Coach", own: true, visibleToAthlete: false }),
    ]);
    expect(await listNotes(colleague, ana.athleteId)).toEqual([expect.objectContaining({ author: "Coach", own: false })]);
  });

  it("is read by the athlete only where it says so", async () => {
    await addNote(coach, note({ text: "For the team" }));
    await addNote(coach, note({ text: "For Ana", visibleToAthlete: true }));
    expect((await listVisibleNotes(ana)).map(({ text, team, author }) => [text, team, author])).toEqual([["For Ana", "Team", "Coach"]]);
    expect(await listNotes(ana, ana.athleteId)).toEqual([]);
    expect(await listVisibleNotes(stranger)).toEqual([]);
  });

  it("leaves a trace for the athlete, whoever may read it", async () => {
    await addNote(coach, note());
    const trace = await auditTrail({ subject: ana.userId, action: "note.added", actor: coach.userId });
    expect(trace).toHaveLength(1);
  });

  it("is not another team's, though that team sees the athlete too", async () => {
    const other = await addTeam([{ viewer: stranger, role: "owner" }]);
    await addConsent(ana.athleteId, other, "record");
    await addNote(coach, note());
    expect(await listNotes(stranger, ana.athleteId)).toEqual([]);
    expect(await addNote(stranger, note())).toEqual({ ok: false, error: "not_permitted" });
    expect((await addNote(stranger, note({ teamId: other }))).ok).toBe(true);
    expect(await listNotes(coach, ana.athleteId)).toHaveLength(1);
  });

  it("sent twice at once is stored once", async () => {
    const sent = note();
    const results = await Promise.all([addNote(coach, sent), addNote(coach, sent), addNote(coach, sent)]);
    expect(results).toEqual(Array(3).fill({ ok: true, value: { id: sent.submissionId } }));
    expect(await listNotes(coach, ana.athleteId)).toHaveLength(1);
    expect(await addNote(colleague, sent)).toEqual({ ok: false, error: "not_permitted" });
  });

  it.each([
    ["somebody without the team", () => addNote(stranger, note())],
    ["the athlete", () => addNote(ana, note())],
    ["a team that does not see this athlete", async () => addNote(coach, note({ athleteId: await addPatient(await addTeam([])) }))],
    ["an id that is none", () => addNote(coach, note({ athleteId: "no id" }))],
    ["a team that is none", () => addNote(coach, note({ teamId: "no id" }))],
  ])("is refused to %s", async (_who, write) => {
    expect(await write()).toEqual({ ok: false, error: "not_permitted" });
    expect(await database().note.count({ where: { athleteId: ana.athleteId } })).toBe(0);
  });

  it("is out of the team's sight when the athlete withdraws; what was written for them stays theirs", async () => {
    await addNote(coach, note({ visibleToAthlete: true }));
    await withdraw();
    expect(await listNotes(coach, ana.athleteId)).toEqual([]);
    expect(await addNote(coach, note())).toEqual({ ok: false, error: "not_permitted" });
    expect(await listVisibleNotes(ana)).toHaveLength(1);
  });

  it("is deleted by who wrote it, while they see the athlete, and by nobody else", async () => {
    const { submissionId: id } = note();
    await addNote(coach, note({ submissionId: id, visibleToAthlete: true }));
    for (const viewer of [colleague, stranger, ana]) expect(await deleteNote(viewer, id)).toBe(false);
    await withdraw();
    expect(await deleteNote(coach, id)).toBe(false);
    await addConsent(ana.athleteId, teamId, "view");
    expect(await deleteNote(coach, id)).toBe(true);
    expect(await deleteNote(coach, id)).toBe(false);
    expect(await listVisibleNotes(ana)).toEqual([]);
  });
});
