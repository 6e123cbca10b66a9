import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { correct, list, record } from "./assessments";
import { database } from "./database";
import { listMerges, mergeInto, mergeRecords, undoMerge } from "./merges";
import { listNotes, addNote as writeNote } from "./notes";
import { setRecall } from "./recalls";
import { addConsent, addPatient, addPerson, addTeam, openTestDatabase } from "./testing";
import type { Viewer } from "./viewer";

const rounds = 3;

let close: () => Promise<void>;
let coach: Viewer;
let teamId: string;

beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

beforeEach(async () => {
  coach = await addPerson("Coach");
  teamId = await addTeam([{ viewer: coach, role: "coach" }]);
});

const walk = (changes: { submissionId?: string; speed?: number } = {}) => ({
  submissionId: changes.submissionId ?? randomUUID(),
  protocol: "walk" as const,
  reason: "checkup" as const,
  measuredAt: new Date("2026-03-02T09:30:00Z"),
  timeZone: "Europe/Madrid",
  measurements: { speed: changes.speed ?? 1.2, height_cm: 168, weight_kg: 62.5 },
});

async function recorded(athleteId: string, changes: Parameters<typeof walk>[0] = {}, viewer: Viewer = coach): Promise<string> {
  const result = await record(viewer, { ...walk(changes), athleteId });
  if (!result.ok) throw new Error(result.error.reason);
  return result.value.id;
}

const claim = (actor: Viewer, sourceId: string, targetId: string) =>
  database().$transaction((transaction) => mergeInto(transaction, { actor: actor.userId, sourceId, targetId }));

function merged<Failure>(result: { ok: true; value: { mergeId: string } } | { ok: false; error: Failure }): string {
  if (!result.ok) throw new Error(String(result.error));
  return result.value.mergeId;
}

/** Everything that hangs on records, but for the trace of who did what. */
async function everythingOf(athleteIds: readonly string[]) {
  const where = { athleteId: { in: [...athleteIds] } };
  const [athletes, assessments, notes, recalls, consents] = await Promise.all([
    database().athlete.findMany({ where: { id: { in: [...athleteIds] } }, orderBy: { id: "asc" } }),
    database().assessment.findMany({
      where,
      orderBy: { id: "asc" },
      include: {
        measurements: { orderBy: [{ field: "asc" }, { side: "asc" }] },
        predictions: { orderBy: { id: "asc" } },
        revisions: { orderBy: { revision: "asc" } },
      },
    }),
    database().note.findMany({ where, orderBy: { id: "asc" } }),
    database().recall.findMany({ where, orderBy: [{ athleteId: "asc" }, { teamId: "asc" }] }),
    database().consent.findMany({ where, orderBy: { id: "asc" } }),
  ]);
  return { athletes, assessments, notes, recalls, consents };
}

const addNote = (athleteId: string, text: string) =>
  database().note.create({ data: { athleteId, teamId, authorId: coach.userId, text, visibleToAthlete: true } });

const storeRecall = (athleteId: string, dueOn: string, team = teamId) =>
  database().recall.create({ data: { athleteId, teamId: team, dueOn: new Date(dueOn), setById: coach.userId } });

const recallDay = async (athleteId: string) =>
  (await database().recall.findUnique({ where: { athleteId_teamId: { athleteId, teamId } } }))?.dueOn.toISOString().slice(0, 10);

describe("a claim", () => {
  it("makes the clinic's record and the person's own one, with every assessment once", async () => {
    const ana = await addPerson("Ana");
    const patient = await addPatient(teamId, { name: "Ana P.", birthDate: "1982-05-17", sex: "female" });
    const ids = [await recorded(patient), await recorded(patient, { speed: 1.3 }), await recorded(ana.athleteId, { speed: 1.4 }, ana)];
    merged(await claim(ana, patient, ana.athleteId));
    expect((await list(ana, ana.athleteId)).map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(await database().assessment.count({ where: { athleteId: patient } })).toBe(0);
  });

  it("ends what the team saw until the person lets it in again", async () => {
    const ana = await addPerson("Ana");
    const patient = await addPatient(teamId, { birthDate: "1982-05-17", sex: "female" });
    await recorded(patient);
    merged(await claim(ana, patient, ana.athleteId));
    expect(await list(coach, patient)).toEqual([]);
    expect(await list(coach, ana.athleteId)).toEqual([]);
    await addConsent(ana.athleteId, teamId, "view");
    expect(await list(coach, ana.athleteId)).toHaveLength(1);
  });

  it("is undone by the person, and by nobody else", async () => {
    const [ana, stranger] = [await addPerson("Ana"), await addPerson("Stranger")];
    const patient = await addPatient(teamId, { birthDate: "1982-05-17", sex: "female" });
    await recorded(patient);
    const mergeId = merged(await claim(ana, patient, ana.athleteId));
    await addConsent(ana.athleteId, teamId, "record");
    expect(await undoMerge(coach, mergeId)).toEqual({ ok: false, error: "not_permitted" });
    expect(await undoMerge(stranger, mergeId)).toEqual({ ok: false, error: "not_permitted" });
    expect((await undoMerge(ana, mergeId)).ok).toBe(true);
    expect(await list(ana, ana.athleteId)).toEqual([]);
    expect(await list(coach, patient)).toHaveLength(1);
    expect(await undoMerge(ana, mergeId)).toEqual({ ok: false, error: "already_undone" });
  });

  it("is listed for the person with where it came from, and for no coach", async () => {
    const ana = await addPerson("Ana");
    const patient = await addPatient(teamId, { name: "Ana P.", birthDate: "1982-05-17", sex: "female" });
    await recorded(patient);
    const mergeId = merged(await claim(ana, patient, ana.athleteId));
    await addConsent(ana.athleteId, teamId, "record");
    const expected = {
      id: mergeId,
      kind: "claim",
      mergedBy: "Ana",
      sourceName: "Ana P.",
      teams: [{ id: teamId, name: "Team" }],
      assessments: 1,
    };
    expect(await listMerges(ana, ana.athleteId)).toEqual([expect.objectContaining(expected)]);
    expect(await listMerges(coach, ana.athleteId)).toEqual([]);
  });

  it("refuses another person's record", async () => {
    const ana = await addPerson("Ana");
    const [man, younger] = [
      await addPatient(teamId, { birthDate: "1982-05-17", sex: "male" }),
      await addPatient(teamId, { birthDate: "1982-05-18", sex: "female" }),
    ];
    expect(await claim(ana, man, ana.athleteId)).toEqual({ ok: false, error: "people_differ" });
    expect(await claim(ana, younger, ana.athleteId)).toEqual({ ok: false, error: "people_differ" });
    const other = await addPerson("Other");
    expect(await claim(ana, other.athleteId, ana.athleteId)).toEqual({ ok: false, error: "not_found" });
    expect(await claim(ana, ana.athleteId, ana.athleteId)).toEqual({ ok: false, error: "same_record" });
    expect(await claim(ana, "no id", ana.athleteId)).toEqual({ ok: false, error: "not_found" });
  });

  it("happens once, however many try at once", async () => {
    const people = await Promise.all(["Ana", "Ana", "Ana"].map((name) => addPerson(name)));
    const patient = await addPatient(teamId, { birthDate: "1982-05-17", sex: "female" });
    await recorded(patient);
    const results = await Promise.all(people.map((person) => claim(person, patient, person.athleteId)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap((result) => (result.ok ? [] : [result.error]))).toEqual(["already_merged", "already_merged"]);
    expect(await database().assessment.count({ where: { athleteId: { in: people.map(({ athleteId }) => athleteId) } } })).toBe(1);
  });

  it("leaves no assessment behind that is recorded at the same moment", async () => {
    const ana = await addPerson("Ana");
    const patient = await addPatient(teamId, { birthDate: "1982-05-17", sex: "female" });
    const writes = Array.from({ length: 3 }, (_, index) => record(coach, { ...walk({ speed: 1 + index / 10 }), athleteId: patient }));
    const [result, ...recordings] = await Promise.all([claim(ana, patient, ana.athleteId), ...writes]);
    merged(result);
    expect(await database().assessment.count({ where: { athleteId: patient } })).toBe(0);
    expect(await list(ana, ana.athleteId)).toHaveLength(recordings.filter(({ ok }) => ok).length);
  });
});

describe("a coach's merge", () => {
  it("makes two records of a patient one, and two again", async () => {
    const [first, second] = [await addPatient(teamId), await addPatient(teamId)];
    const ids = [await recorded(first), await recorded(second, { speed: 1.1 })];
    const mergeId = merged(await mergeRecords(coach, { sourceId: first, targetId: second }));
    expect((await list(coach, second)).map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(await listMerges(coach, second)).toHaveLength(1);
    expect(await undoMerge(coach, mergeId)).toEqual({ ok: true, value: { sourceId: first, targetId: second } });
    expect((await list(coach, first)).map(({ id }) => id)).toEqual([ids[0]]);
    expect(await listMerges(coach, second)).toEqual([]);
  });

  it("is for a coach who may administer both", async () => {
    const [mine, view] = [await addPatient(teamId), await addPatient(teamId, { scope: "view" })];
    const stranger = await addPerson("Stranger");
    const theirs = await addPatient(await addTeam([{ viewer: stranger, role: "coach" }]));
    const person = await addPerson("Ana", { birthDate: "1975-04-02", sex: "male" });
    await addConsent(person.athleteId, teamId, "record");
    for (const other of [view, theirs, person.athleteId, randomUUID(), "no id"]) {
      expect(await mergeRecords(coach, { sourceId: mine, targetId: other })).toEqual({ ok: false, error: "not_permitted" });
      expect(await mergeRecords(coach, { sourceId: other, targetId: mine })).toEqual({ ok: false, error: "not_permitted" });
    }
    expect(await mergeRecords(stranger, { sourceId: mine, targetId: theirs })).toEqual({ ok: false, error: "not_permitted" });
  });

  it("is refused where another team would see or write more by it", async () => {
    const other = await addTeam([{ viewer: await addPerson("Other"), role: "coach" }]);
    const [first, second] = [await addPatient(teamId), await addPatient(teamId)];
    await addConsent(first, other, "view");
    expect(await mergeRecords(coach, { sourceId: first, targetId: second })).toEqual({ ok: false, error: "teams_differ" });
    expect(await mergeRecords(coach, { sourceId: second, targetId: first })).toEqual({ ok: false, error: "teams_differ" });
    await addConsent(second, other, "record");
    expect(await mergeRecords(coach, { sourceId: first, targetId: second })).toEqual({ ok: false, error: "teams_differ" });
  });

  it("does not come apart in the middle: what was merged last is undone first", async () => {
    const [first, second, third] = [await addPatient(teamId), await addPatient(teamId), await addPatient(teamId)];
    await recorded(first);
    const inner = merged(await mergeRecords(coach, { sourceId: first, targetId: second }));
    expect(await mergeRecords(coach, { sourceId: third, targetId: first })).toEqual({ ok: false, error: "not_permitted" });
    const ana = await addPerson("Ana", { birthDate: "1975-04-02", sex: "male" });
    const outer = merged(await claim(ana, second, ana.athleteId));
    expect(await claim(ana, first, third)).toEqual({ ok: false, error: "already_merged" });
    expect((await undoMerge(ana, outer)).ok).toBe(true);
    expect((await undoMerge(coach, inner)).ok).toBe(true);
    expect(await list(coach, first)).toHaveLength(1);
  });

  it("does not bring back a consent that ended meanwhile, nor one wider than it is now", async () => {
    const colleague = await addPerson("Colleague");
    const other = await addTeam([{ viewer: colleague, role: "coach" }]);
    const [first, second] = [await addPatient(teamId), await addPatient(teamId)];
    for (const id of [first, second]) await addConsent(id, other, "record");
    await recorded(first);
    const mergeId = merged(await mergeRecords(coach, { sourceId: first, targetId: second }));
    const now = { revokedAt: new Date() };
    await database().consent.updateMany({ where: { athleteId: second, teamId: other, revokedAt: null }, data: now });
    expect((await undoMerge(coach, mergeId)).ok).toBe(true);
    expect(await list(colleague, first)).toEqual([]);
    expect(await list(coach, first)).toHaveLength(1);

    await addConsent(first, other, "record");
    await addConsent(second, other, "record");
    const again = merged(await mergeRecords(coach, { sourceId: first, targetId: second }));
    await database().consent.updateMany({ where: { athleteId: second, teamId: other, revokedAt: null }, data: { scope: "view" } });
    expect((await undoMerge(coach, again)).ok).toBe(true);
    const standing = await database().consent.findMany({ where: { athleteId: first, teamId: other, revokedAt: null } });
    expect(standing.map(({ scope }) => scope)).toEqual(["view"]);
  });

  it("is undone by a coach who looked after both, not by one whom the target let in since", async () => {
    const [first, second] = [await addPatient(teamId), await addPatient(teamId)];
    const mergeId = merged(await mergeRecords(coach, { sourceId: first, targetId: second }));
    const later = await addPerson("Later");
    await addConsent(second, await addTeam([{ viewer: later, role: "coach" }]), "record");
    expect(await undoMerge(later, mergeId)).toEqual({ ok: false, error: "not_permitted" });
  });
});

describe("what moves", () => {
  it("keeps one of two that are the same submission with the same content, and both where they differ", async () => {
    const [first, second] = [await addPatient(teamId), await addPatient(teamId)];
    const [twin, namesake] = [randomUUID(), randomUUID()];
    await recorded(first, { submissionId: twin });
    await recorded(second, { submissionId: twin });
    await recorded(first, { submissionId: namesake, speed: 1.3 });
    await recorded(second, { submissionId: namesake, speed: 1.4 });
    const before = await everythingOf([first, second]);
    const mergeId = merged(await mergeRecords(coach, { sourceId: first, targetId: second }));
    const speeds = (await list(coach, second)).map(({ measurements }) => measurements.speed);
    expect(speeds.toSorted()).toEqual([1.2, 1.3, 1.4]);
    expect((await undoMerge(coach, mergeId)).ok).toBe(true);
    expect(await everythingOf([first, second])).toEqual(before);
  });

  it("lets the nearer of two dates of a team stand, and gives each record its own back", async () => {
    const [first, second] = [await addPatient(teamId), await addPatient(teamId)];
    await storeRecall(first, "2026-12-01");
    await storeRecall(second, "2027-02-01");
    const mergeId = merged(await mergeRecords(coach, { sourceId: first, targetId: second }));
    expect(await recallDay(second)).toBe("2026-12-01");
    await undoMerge(coach, mergeId);
    expect([await recallDay(first), await recallDay(second)]).toEqual(["2026-12-01", "2027-02-01"]);
    await mergeRecords(coach, { sourceId: second, targetId: first });
    expect(await recallDay(first)).toBe("2026-12-01");
  });

  it("leaves a date that was set anew since", async () => {
    const [first, second] = [await addPatient(teamId), await addPatient(teamId)];
    await storeRecall(first, "2026-12-01");
    const mergeId = merged(await mergeRecords(coach, { sourceId: first, targetId: second }));
    const data = { dueOn: new Date("2027-01-15"), setAt: new Date() };
    await database().recall.updateMany({ where: { athleteId: second }, data });
    await undoMerge(coach, mergeId);
    expect([await recallDay(first), await recallDay(second)]).toEqual(["2026-12-01", "2027-01-15"]);
  });

  it("takes over the team's identifier where the other has none", async () => {
    const [source, target] = [await addPatient(teamId), await addPatient(teamId)];
    await database().athlete.update({ where: { id: source }, data: { identifier: "P-17" } });
    const identifier = async () => (await database().athlete.findUnique({ where: { id: target } }))?.identifier;
    const mergeId = merged(await mergeRecords(coach, { sourceId: source, targetId: target }));
    expect(await identifier()).toBe("P-17");
    await undoMerge(coach, mergeId);
    expect(await identifier()).toBeNull();
  });

  it("leaves a team's identifier behind where a person claims the record: their other teams would read it", async () => {
    const ana = await addPerson("Ana");
    const patient = await addPatient(teamId, { birthDate: "1982-05-17", sex: "female" });
    await database().athlete.update({ where: { id: patient }, data: { identifier: "P-17" } });
    merged(await claim(ana, patient, ana.athleteId));
    expect((await database().athlete.findUnique({ where: { id: ana.athleteId } }))?.identifier).toBeNull();
  });

  it("follows in the summaries", async () => {
    const [first, second] = [await addPatient(teamId), await addPatient(teamId)];
    const assessmentId = await recorded(first);
    const summary = { protocol: "walk", measuredAt: new Date(), sex: "male", values: {} } as const;
    await database().assessmentSummary.upsert({
      where: { assessmentId },
      create: { ...summary, assessmentId, athleteId: first },
      update: { athleteId: first },
    });
    const owner = async () => (await database().assessmentSummary.findUnique({ where: { assessmentId } }))?.athleteId;
    const mergeId = merged(await mergeRecords(coach, { sourceId: first, targetId: second }));
    expect(await owner()).toBe(second);
    await undoMerge(coach, mergeId);
    expect(await owner()).toBe(first);
  });

  it("survives that whoever set a date has no account any more", async () => {
    const gone = await addPerson("Gone");
    const [first, second] = [await addPatient(teamId), await addPatient(teamId)];
    await storeRecall(first, "2026-12-01");
    await database().recall.create({ data: { athleteId: second, teamId, dueOn: new Date("2027-02-01"), setById: gone.userId } });
    const mergeId = merged(await mergeRecords(coach, { sourceId: first, targetId: second }));
    await database().user.delete({ where: { id: gone.userId } });
    await undoMerge(coach, mergeId);
    expect(await recallDay(second)).toBe("2027-02-01");
  });

  it("waits for each other: merging and undoing at once leaves one state or the other", async () => {
    const [first, second] = [await addPatient(teamId), await addPatient(teamId)];
    await recorded(first);
    const mergeId = merged(await mergeRecords(coach, { sourceId: first, targetId: second }));
    const results = await Promise.all([
      undoMerge(coach, mergeId),
      undoMerge(coach, mergeId),
      mergeRecords(coach, { sourceId: second, targetId: first }),
    ]);
    expect(results.slice(0, 2).filter(({ ok }) => ok)).toHaveLength(1);
    const total = (await list(coach, first)).length + (await list(coach, second)).length;
    expect(total).toBe(1);
  });
});

describe("everything at once", () => {
  it("loses nothing and doubles nothing, whoever comes first", async () => {
    for (let round = 0; round < rounds; round++) {
      const [first, second] = [await addPatient(teamId), await addPatient(teamId)];
      const records = [first, second];
      const earlier = merged(await mergeRecords(coach, { sourceId: first, targetId: second }));
      const writes = records.flatMap((athleteId) => [
        record(coach, { ...walk({ speed: 1.1 }), athleteId }),
        record(coach, { ...walk({ speed: 1.3 }), athleteId }),
      ]);
      const notes = records.map((athleteId) =>
        writeNote(coach, { submissionId: randomUUID(), athleteId, teamId, text: "Note", visibleToAthlete: false }),
      );
      const recalls = records.map((athleteId) => setRecall(coach, { athleteId, teamId, dueOn: "2026-12-01" }));
      const merges = [
        undoMerge(coach, earlier),
        mergeRecords(coach, { sourceId: first, targetId: second }),
        mergeRecords(coach, { sourceId: second, targetId: first }),
      ];
      const [recordings, written] = [await Promise.all(writes), await Promise.all(notes)];
      await Promise.all([...recalls, ...merges]);
      const visible = (await Promise.all(records.map((id) => list(coach, id)))).flat();
      const readable = (await Promise.all(records.map((id) => listNotes(coach, id)))).flat();
      expect(visible).toHaveLength(recordings.filter(({ ok }) => ok).length);
      expect(readable).toHaveLength(written.filter(({ ok }) => ok).length);
    }
  });
});

describe("merge then undo", () => {
  const recordSchema = fc.record({
    assessments: fc.array(
      fc.record({ shared: fc.option(fc.integer({ min: 0, max: 2 })), speed: fc.integer({ min: 8, max: 18 }), corrected: fc.boolean() }),
      {
        maxLength: 3,
      },
    ),
    notes: fc.integer({ min: 0, max: 2 }),
    recall: fc.option(fc.constantFrom("2026-12-01", "2027-01-01", "2027-02-01")),
    identifier: fc.option(fc.constantFrom("A-1", "B-2")),
  });

  type Plan = typeof recordSchema extends fc.Arbitrary<infer One> ? One : never;

  async function build(plan: Plan, submissions: readonly string[]): Promise<string> {
    const id = await addPatient(teamId);
    await database().athlete.update({ where: { id }, data: { identifier: plan.identifier } });
    const used = new Set<number>();
    for (const { shared, speed, corrected } of plan.assessments) {
      const own = shared === null || used.has(shared);
      if (shared !== null) used.add(shared);
      const assessment = await recorded(id, { submissionId: own ? undefined : submissions[shared ?? 0], speed: speed / 10 });
      if (corrected) await correct(coach, assessment, { ...walk({ speed: speed / 10 + 0.05 }), revision: 0 });
    }
    for (let note = 0; note < plan.notes; note++) await addNote(id, `Note ${note}`);
    if (plan.recall) await storeRecall(id, plan.recall);
    return id;
  }

  it("restores exactly what was, and what came between stays with the target", async () => {
    await fc.assert(
      fc.asyncProperty(recordSchema, recordSchema, fc.boolean(), async (sourcePlan, targetPlan, more) => {
        const submissions = [randomUUID(), randomUUID(), randomUUID()];
        const [sourceId, targetId] = [await build(sourcePlan, submissions), await build(targetPlan, submissions)];
        const before = await everythingOf([sourceId, targetId]);
        const mergeId = merged(await mergeRecords(coach, { sourceId, targetId }));
        const seen = await list(coach, targetId);
        const known = new Set(
          before.assessments.map((row) => `${row.submissionId} ${row.measurements.find(({ field }) => field === "speed")?.value}`),
        );
        expect(seen).toHaveLength(known.size);
        const later = more ? await recorded(targetId, { speed: 1.9 }) : null;
        const note = more ? (await addNote(targetId, "Later")).id : null;
        expect((await undoMerge(coach, mergeId)).ok).toBe(true);
        const after = await everythingOf([sourceId, targetId]);
        expect(after.assessments.filter(({ id }) => id === later).map(({ athleteId }) => athleteId)).toEqual(more ? [targetId] : []);
        expect(after.notes.filter(({ id }) => id === note).map(({ athleteId }) => athleteId)).toEqual(more ? [targetId] : []);
        expect({
          ...after,
          assessments: after.assessments.filter(({ id }) => id !== later),
          notes: after.notes.filter(({ id }) => id !== note),
        }).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });
});
