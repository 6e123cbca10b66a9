import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AssessmentInput, correct, count, list, predictAgain, read, readForEdit, record, remove, save } from "./assessments";
import { database } from "./database";
import { addConsent, addPatient, addPerson, addTeam, auditTrail, openTestDatabase } from "./testing";
import type { Viewer } from "./viewer";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

function walk(changes: Partial<AssessmentInput> = {}): AssessmentInput {
  return {
    submissionId: randomUUID(),
    protocol: "walk",
    reason: "checkup",
    measuredAt: new Date("2026-03-02T09:30:00Z"),
    timeZone: "Europe/Madrid",
    measurements: { speed: 1.2, height_cm: 168, weight_kg: 62.5, lunge_left: "present", lunge_right: "absent" },
    ...changes,
  };
}

async function recordFor(viewer: Viewer & { athleteId: string }, input = walk()): Promise<string> {
  const result = await record(viewer, { ...input, athleteId: viewer.athleteId });
  if (!result.ok) throw new Error(result.error.reason);
  return result.value.id;
}

const counts = async () => ({
  assessments: await database().assessment.count(),
  measurements: await database().measurement.count(),
  predictions: await database().prediction.count(),
  revisions: await database().assessmentRevision.count(),
  audit: await database().auditEvent.count(),
});

describe("record", () => {
  it("gives back what was measured, and nothing that was not", async () => {
    const ana = await addPerson("Ana");
    const id = await recordFor(ana, walk({ notes: "Tired", pain: 0 }));
    const detail = await read(ana, id);
    expect(detail?.measurements).toEqual(walk().measurements);
    expect(detail).toMatchObject({ notes: "Tired", pain: 0, protocol: "walk", timeZone: "Europe/Madrid", revision: 0, mayWrite: true });
    expect(detail?.athlete.ageAtAssessment).toBe(43);
  });

  it("stores the answers of the models whose inputs are there", async () => {
    const ana = await addPerson("Ana");
    const detail = await read(ana, await recordFor(ana));
    const models = detail?.predictions.map(({ model }) => model) ?? [];
    expect(models).toContain("gait-age-walk");
    expect(models).toContain("injury-walk");
    expect(models).not.toContain("zone-walk-force");
  });

  it("stores a submission sent twice at once a single time", async () => {
    const ana = await addPerson("Ana");
    const input = { ...walk(), athleteId: ana.athleteId };
    const results = await Promise.all(Array.from({ length: 5 }, () => record(ana, input)));
    const ids = new Set(results.map((result) => (result.ok ? result.value.id : result.error.reason)));
    expect(ids.size).toBe(1);
    expect(await list(ana, ana.athleteId)).toHaveLength(1);
  });

  it("takes half of a surrogate pair in the notes for what the database keeps of it", async () => {
    const ana = await addPerson("Ana");
    const input = walk({ notes: "Tired \ud83d" });
    const id = await recordFor(ana, input);
    expect(await read(ana, id)).toMatchObject({ notes: "Tired \ufffd" });
    expect(await recordFor(ana, input)).toBe(id);
  });

  it("refuses a person who was under 18 on the day", async () => {
    const child = await addPerson("Nora", { birthDate: "2008-03-03" });
    expect(await record(child, { ...walk(), athleteId: child.athleteId })).toEqual({ ok: false, error: { reason: "under_age" } });
    const day = walk({ measuredAt: new Date("2026-03-02T23:30:00Z") });
    expect((await record(child, { ...day, athleteId: child.athleteId })).ok).toBe(true);
  });

  it("refuses an assessment before the person was born: no age is not the age of 0", async () => {
    const ana = await addPerson("Ana");
    const early = walk({ measuredAt: new Date("1980-01-01T10:00:00Z") });
    expect(await record(ana, { ...early, athleteId: ana.athleteId })).toEqual({ ok: false, error: { reason: "under_age" } });
    await database().athlete.update({ where: { id: ana.athleteId }, data: { birthDate: new Date("1940-01-01") } });
    const id = await recordFor(ana, early);
    await database().athlete.update({ where: { id: ana.athleteId }, data: { birthDate: new Date("1982-05-17") } });
    expect((await read(ana, id))?.athlete.ageAtAssessment).toBeNull();
  });

  it("tells a submission sent again with other content, and stores nothing of it", async () => {
    const ana = await addPerson("Ana");
    const input = { ...walk({ notes: "first", painSince: "2026-01-01", pain: 2 }), athleteId: ana.athleteId };
    const first = await record(ana, input);
    const id = first.ok ? first.value.id : "";
    const before = await counts();
    expect(await record(ana, { ...input, measurements: { ...input.measurements } })).toEqual({ ok: true, value: { id } });
    const differs = { ok: false, error: { reason: "already_stored", id, revision: 0 } };
    expect(await record(ana, { ...input, measurements: { ...input.measurements, speed: 1.3 } })).toEqual(differs);
    expect(await record(ana, { ...input, notes: "second" })).toEqual(differs);
    expect(await record(ana, { ...input, painSince: "2026-01-02" })).toEqual(differs);
    expect(await counts()).toEqual(before);
  });

  it.each(["Measurement", "Prediction", "AuditEvent"])("leaves nothing behind where writing %s fails", async (table) => {
    const ana = await addPerson("Ana");
    const before = await counts();
    await database().$executeRawUnsafe(`ALTER TABLE "${table}" ADD CONSTRAINT "refuse_all" CHECK (false) NOT VALID`);
    try {
      await expect(record(ana, { ...walk(), athleteId: ana.athleteId })).rejects.toThrow();
    } finally {
      await database().$executeRawUnsafe(`ALTER TABLE "${table}" DROP CONSTRAINT "refuse_all"`);
    }
    expect(await counts()).toEqual(before);
  });

  it("keeps many written at once apart", async () => {
    const people = await Promise.all(["A", "B", "C", "D", "E", "F"].map((name) => addPerson(name)));
    const ids = await Promise.all(people.map((person, index) => recordFor(person, walk({ measurements: { speed: 1 + index / 10 } }))));
    const speeds = await Promise.all(people.map(async (person, index) => (await read(person, ids[index] ?? ""))?.measurements.speed));
    expect(speeds).toEqual([1, 1.1, 1.2, 1.3, 1.4, 1.5]);
  });
});

describe("read", () => {
  it("says that a patient who is shared to be looked at only may not be written", async () => {
    const coach = await addPerson("Coach");
    const teamId = await addTeam([{ viewer: coach, role: "coach" }]);
    const patient = await addPatient(teamId);
    const recorded = await record(coach, { ...walk(), athleteId: patient });
    if (!recorded.ok) throw new Error(recorded.error.reason);
    expect(await read(coach, recorded.value.id)).toMatchObject({ own: false, mayWrite: true });
    await database().consent.updateMany({ where: { athleteId: patient }, data: { scope: "view" } });
    expect(await read(coach, recorded.value.id)).toMatchObject({ own: false, mayWrite: false });
    expect(await readForEdit(coach, recorded.value.id)).toBeNull();
  });
});

describe("save", () => {
  it("stores what was last saved of a submission and keeps what it replaced", async () => {
    const ana = await addPerson("Ana");
    const input = { ...walk({ notes: "first" }), athleteId: ana.athleteId };
    const first = await save(ana, input);
    expect(first.ok).toBe(true);
    const changed = { ...input, notes: "second", measurements: { ...input.measurements, speed: 0.9 } };
    expect(await save(ana, changed)).toEqual(first);
    expect(await save(ana, changed)).toEqual(first);
    const detail = await read(ana, first.ok ? first.value.id : "");
    expect(detail).toMatchObject({ notes: "second", revision: 1, measurements: { speed: 0.9 } });
    expect(await list(ana, ana.athleteId)).toHaveLength(1);
    const kept = await database().assessmentRevision.findFirstOrThrow({ where: { assessmentId: detail?.id ?? "" } });
    expect(kept.before).toMatchObject({ notes: "first", measurements: walk().measurements });
  });

  it("is refused to a stranger", async () => {
    const [ana, stranger] = [await addPerson("Ana"), await addPerson("Stranger")];
    expect(await save(stranger, { ...walk(), athleteId: ana.athleteId })).toEqual({ ok: false, error: "not_permitted" });
  });
});

describe("a stored value that cannot be read any more", () => {
  it("is counted, leaves the rest readable and is never deleted by a correction", async () => {
    const ana = await addPerson("Ana");
    const id = await recordFor(ana);
    await database().measurement.create({ data: { assessmentId: id, field: "former_field", side: "both", value: 1 } });
    await database().assessment.update({ where: { id }, data: { footwear: "clogs", injuryRegion: "wing", injuryLocation: "lumbar" } });
    const detail = await read(ana, id);
    expect(detail).toMatchObject({ unreadable: 4, measurements: walk().measurements });
    for (const dropped of ["footwear", "injuryRegion", "injuryLocation"]) expect(detail).not.toHaveProperty([dropped], expect.anything());
    expect(await list(ana, ana.athleteId)).toMatchObject([{ id, unreadable: 4 }]);
    const before = await counts();
    expect(await correct(ana, id, { ...walk({ notes: "x" }), revision: 0 })).toEqual({ ok: false, error: "unreadable" });
    expect(await counts()).toEqual(before);
  });
});

describe("list", () => {
  it("comes in pages that meet without a gap, also where times are the same", async () => {
    const ana = await addPerson("Ana");
    const days = ["2026-01-01", "2026-01-02", "2026-01-02", "2026-01-02", "2026-01-03"];
    for (const day of days) await recordFor(ana, walk({ measuredAt: new Date(`${day}T10:00:00Z`) }));
    const all = (await list(ana, ana.athleteId)).map(({ id }) => id);
    expect(all).toHaveLength(days.length);
    expect(await count(ana, ana.athleteId)).toBe(days.length);
    const paged: string[] = [];
    for (let page = 0; page < 3; page++) {
      paged.push(...(await list(ana, ana.athleteId, { limit: 2, before: paged.at(-1) })).map(({ id }) => id));
    }
    expect(paged).toEqual(all);
    const other = await addPerson("Other");
    expect(await list(ana, ana.athleteId, { before: await recordFor(other) })).toEqual([]);
    expect(await list(ana, ana.athleteId, { before: "nonsense" })).toEqual([]);
    expect(await count(other, ana.athleteId)).toBe(0);
  });
});

describe("an error of the database", () => {
  it("holds nothing of what was to be stored", async () => {
    const ana = await addPerson("Ana");
    const attempts = [
      () => record(ana, { ...walk({ notes: "marker-7391", pain: 11 }), athleteId: ana.athleteId }),
      () => record(ana, { ...walk({ notes: "marker-7391 \u0000" }), athleteId: ana.athleteId }),
      () => database().$executeRaw`INSERT INTO "Athlete" ("id", "name", "birthDate", "sex") VALUES ('marker-7391', 'x', now(), 'female')`,
      () => database().user.create({ data: { name: "marker-7391", email: "MARKER-7391@example.org" } }),
      () => database().user.createMany({ data: [1, 2].map(() => ({ name: "marker-7391", email: "marker-7391@example.org" })) }),
      () => database().user.create(JSON.parse('{ "data": { "name": { "marker-7391": 1 }, "email": "marker-7391" } }')),
    ];
    for (const attempt of attempts) {
      const error = await attempt().then(
        () => new Error("it was stored"),
        (reason: unknown) => reason,
      );
      expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/it was stored|marker-7391/i);
    }
  });
});

describe("a stored answer that cannot be read any more", () => {
  it("is left out and does not take the assessment with it", async () => {
    const ana = await addPerson("Ana");
    const id = await recordFor(ana);
    await database().prediction.create({
      data: { assessmentId: id, revision: 0, model: "former", version: "0.1.0", inputs: {}, output: { shape: "former" } },
    });
    const detail = await read(ana, id);
    expect(detail?.predictions.map(({ model }) => model).sort()).toEqual(["gait-age-walk", "injury-walk"]);
    expect(await list(ana, ana.athleteId)).toHaveLength(1);
  });
});

describe("correct", () => {
  it("replaces the content, keeps the former one and answers anew", async () => {
    const ana = await addPerson("Ana");
    const id = await recordFor(ana, walk({ notes: "first" }));
    const before = await read(ana, id);
    const input = walk({ measurements: { speed: 0.8, height_cm: 168, weight_kg: 62.5 }, pain: 3 });
    expect(await correct(ana, id, { ...input, revision: 0 })).toEqual({ ok: true, value: { id } });
    const after = await read(ana, id);
    expect(after).toMatchObject({ revision: 1, pain: 3, notes: undefined });
    expect(after?.measurements).toEqual(input.measurements);
    expect(after?.corrections).toHaveLength(1);
    expect(after?.predictions.find(({ model }) => model === "gait-age-walk")).not.toEqual(
      before?.predictions.find(({ model }) => model === "gait-age-walk"),
    );
    const kept = await database().assessmentRevision.findFirstOrThrow({ where: { assessmentId: id } });
    expect(kept.before).toMatchObject({ notes: "first", measurements: walk().measurements });
  });

  it("may leave nothing measured", async () => {
    const ana = await addPerson("Ana");
    const id = await recordFor(ana, walk({ measurements: {}, notes: "nothing yet" }));
    expect(await correct(ana, id, { ...walk({ measurements: {}, notes: "nothing" }), revision: 0 })).toMatchObject({ ok: true });
    expect(await read(ana, id)).toMatchObject({ revision: 1, measurements: {}, notes: "nothing", predictions: [] });
  });

  it("writes nothing over a correction the person had not seen", async () => {
    const ana = await addPerson("Ana");
    const id = await recordFor(ana);
    const results = await Promise.all([0.9, 1.1].map((speed) => correct(ana, id, { ...walk({ measurements: { speed } }), revision: 0 })));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toEqual({ ok: false, error: "changed_meanwhile" });
    expect((await read(ana, id))?.revision).toBe(1);
  });
});

describe("remove", () => {
  it("takes everything of the assessment and leaves a trace that it was", async () => {
    const ana = await addPerson("Ana");
    const id = await recordFor(ana);
    expect(await remove(ana, id)).toBe(true);
    expect(await read(ana, id)).toBeNull();
    expect(await database().measurement.count({ where: { assessmentId: id } })).toBe(0);
    expect(await database().prediction.count({ where: { assessmentId: id } })).toBe(0);
    expect(await auditTrail({ target: id, action: "assessment.deleted" })).toHaveLength(1);
    expect(await remove(ana, id)).toBe(false);
  });
});

describe("what the database itself refuses", () => {
  const insert = (assessmentId: string, field: string, side: "left" | "both", value: number) =>
    database().measurement.create({ data: { assessmentId, field, side, value } });

  it("a value that is no number, a second value, one for both beside one of a side", async () => {
    const ana = await addPerson("Ana");
    const id = await recordFor(ana);
    await expect(insert(id, "step_rate", "both", Number.NaN)).rejects.toThrow();
    await expect(insert(id, "step_rate", "both", Number.POSITIVE_INFINITY)).rejects.toThrow();
    await expect(insert(id, "speed", "both", 1.4)).rejects.toThrow();
    await expect(insert(id, "speed", "left", 1.4)).rejects.toThrow();
  });

  it("changing a prediction, changing or deleting the audit", async () => {
    const ana = await addPerson("Ana");
    const id = await recordFor(ana);
    await expect(database().prediction.updateMany({ where: { assessmentId: id }, data: { version: "9.9.9" } })).rejects.toThrow();
    await expect(database().auditEvent.updateMany({ data: { action: "x" } })).rejects.toThrow();
    await expect(database().auditEvent.deleteMany()).rejects.toThrow();
  });

  it("changing what a correction replaced, which outlives the account of who replaced it", async () => {
    const [ana, coach] = [await addPerson("Ana"), await addPerson("Coach")];
    await addConsent(ana.athleteId, await addTeam([{ viewer: coach, role: "coach" }]), "record");
    const id = await recordFor(ana);
    await correct(coach, id, { ...walk({ notes: "new" }), revision: 0 });
    await expect(database().assessmentRevision.updateMany({ where: { assessmentId: id }, data: { before: {} } })).rejects.toThrow();
    await expect(
      database().assessmentRevision.updateMany({ where: { assessmentId: id }, data: { replacedById: ana.userId } }),
    ).rejects.toThrow();
    await database().user.delete({ where: { id: coach.userId } });
    expect(await database().assessmentRevision.findMany({ where: { assessmentId: id } })).toMatchObject([{ replacedById: null }]);
  });

  it("a consent without its text's version, an assessment without its zone", async () => {
    const ana = await addPerson("Ana");
    const id = await recordFor(ana);
    const teamId = await addTeam([{ viewer: ana, role: "owner" }]);
    await expect(database().processingConsent.create({ data: { userId: ana.userId, textVersion: " " } })).rejects.toThrow();
    await expect(
      database().consent.create({ data: { athleteId: ana.athleteId, teamId, scope: "view", textVersion: "" } }),
    ).rejects.toThrow();
    await expect(database().assessment.update({ where: { id }, data: { timeZone: "" } })).rejects.toThrow();
  });

  it("pain beyond 10, an unknown reason, an address in capitals", async () => {
    const ana = await addPerson("Ana");
    const id = await recordFor(ana);
    await expect(database().assessment.update({ where: { id }, data: { pain: 11 } })).rejects.toThrow();
    await expect(database().assessment.update({ where: { id }, data: { reason: "other" } })).rejects.toThrow();
    await expect(database().user.update({ where: { id: ana.userId }, data: { email: "Ana@Example.org" } })).rejects.toThrow();
  });
});

describe("may this viewer?", () => {
  type Cast = Record<
    "owner of the record" | "stranger" | "coach of another team" | "coach who may view" | "coach who may record" | "coach after withdrawal",
    Viewer
  >;
  let ana: Viewer & { athleteId: string };
  let cast: Cast;
  let id: string;

  beforeEach(async () => {
    ana = await addPerson("Ana");
    const [stranger, other, mayView, mayRecord, withdrawn] = await Promise.all(
      ["Stranger", "Other", "View", "Record", "Withdrawn"].map((name) => addPerson(name)),
    );
    if (!stranger || !other || !mayView || !mayRecord || !withdrawn) throw new Error("no cast");
    await addTeam([{ viewer: other, role: "owner" }]);
    await addConsent(ana.athleteId, await addTeam([{ viewer: mayView, role: "coach" }]), "view");
    await addConsent(ana.athleteId, await addTeam([{ viewer: mayRecord, role: "coach" }]), "record");
    await addConsent(ana.athleteId, await addTeam([{ viewer: withdrawn, role: "owner" }]), "record", true);
    cast = {
      "owner of the record": ana,
      stranger,
      "coach of another team": other,
      "coach who may view": mayView,
      "coach who may record": mayRecord,
      "coach after withdrawal": withdrawn,
    };
    id = await recordFor(ana);
  });

  const table: [keyof Cast, { view: boolean; write: boolean }][] = [
    ["owner of the record", { view: true, write: true }],
    ["stranger", { view: false, write: false }],
    ["coach of another team", { view: false, write: false }],
    ["coach who may view", { view: true, write: false }],
    ["coach who may record", { view: true, write: true }],
    ["coach after withdrawal", { view: false, write: false }],
  ];

  it.each(table)("%s", async (role, may) => {
    const viewer = cast[role];
    expect((await read(viewer, id)) !== null).toBe(may.view);
    expect((await list(viewer, ana.athleteId)).length > 0).toBe(may.view);
    expect((await readForEdit(viewer, id)) !== null).toBe(may.write);
    expect((await record(viewer, { ...walk(), athleteId: ana.athleteId })).ok).toBe(may.write);
    expect((await predictAgain(viewer, id)).ok).toBe(may.write);
    expect((await correct(viewer, id, { ...walk(), revision: 0 })).ok).toBe(may.write);
    expect(await remove(viewer, id)).toBe(may.write);
  });

  it("tells the trace when somebody else looked", async () => {
    await read(cast["coach who may view"], id);
    await read(ana, id);
    const views = await auditTrail({ target: id, action: "assessment.viewed" });
    expect(views.map(({ actor }) => actor)).toEqual([cast["coach who may view"].userId]);
  });

  it("tells the trace when somebody else looked at the history", async () => {
    await list(cast["coach who may view"], ana.athleteId);
    await list(ana, ana.athleteId);
    await list(cast.stranger, ana.athleteId);
    const views = await auditTrail({ target: ana.athleteId, action: "assessment.listed" });
    expect(views.map(({ actor, subject }) => [actor, subject])).toEqual([[cast["coach who may view"].userId, ana.userId]]);
  });

  it("finds nothing for what is no id", async () => {
    for (const nonsense of ["", "1", "../etc", "' OR 1=1 --", "\u0000"]) expect(await read(ana, nonsense)).toBeNull();
  });
});
