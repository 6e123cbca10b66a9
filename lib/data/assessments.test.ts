import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AssessmentInput, correct, list, predictAgain, read, readForEdit, record, remove } from "./assessments";
import { database } from "./database";
import { addConsent, addPerson, addTeam, openTestDatabase } from "./testing";
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
  if (!result.ok) throw new Error(result.error);
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
    const ids = new Set(results.map((result) => (result.ok ? result.value.id : result.error)));
    expect(ids.size).toBe(1);
    expect(await list(ana, ana.athleteId)).toHaveLength(1);
  });

  it("refuses a person who was under 18 on the day", async () => {
    const child = await addPerson("Nora", { birthDate: "2008-03-03" });
    expect(await record(child, { ...walk(), athleteId: child.athleteId })).toEqual({ ok: false, error: "under_age" });
    const day = walk({ measuredAt: new Date("2026-03-02T23:30:00Z") });
    expect((await record(child, { ...day, athleteId: child.athleteId })).ok).toBe(true);
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
    expect(await database().auditEvent.count({ where: { target: id, action: "assessment.deleted" } })).toBe(1);
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
    const views = await database().auditEvent.findMany({ where: { target: id, action: "assessment.viewed" } });
    expect(views.map(({ actor }) => actor)).toEqual([cast["coach who may view"].userId]);
  });

  it("finds nothing for what is no id", async () => {
    for (const nonsense of ["", "1", "../etc", "' OR 1=1 --", "\u0000"]) expect(await read(ana, nonsense)).toBeNull();
  });
});
