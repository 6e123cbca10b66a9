import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { record } from "./assessments";
import { compareAssessments, compareAthletes, listDates } from "./compare";
import { database } from "./database";
import { addConsent, addPatient, addPerson, addTeam, auditTrail, openTestDatabase } from "./testing";
import type { Viewer } from "./viewer";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const noId = "11111111-1111-4111-8111-111111111111";

type Visit = { on?: string; protocol?: "walk" | "run"; measurements?: Record<string, number | string> };

async function visit(viewer: Viewer, athleteId: string, { on = "2026-03-02", protocol = "walk", measurements = {} }: Visit = {}) {
  const result = await record(viewer, {
    athleteId,
    submissionId: randomUUID(),
    protocol,
    reason: "checkup",
    measuredAt: new Date(`${on}T09:30:00Z`),
    timeZone: "Europe/Madrid",
    measurements: { speed: protocol === "walk" ? 1.2 : 3.1, height_cm: 168, weight_kg: 62.5, ...measurements },
  });
  if (!result.ok) throw new Error(result.error.reason);
  return result.value.id;
}

async function setUp() {
  const coach = await addPerson("Coach");
  const teamId = await addTeam([{ viewer: coach, role: "coach" }]);
  const ana = await addPerson("Ana");
  const ben = await addPatient(teamId, { name: "Ben" });
  await addConsent(ana.athleteId, teamId, "view");
  return { coach, teamId, ana, ben, athleteIds: [ana.athleteId, ben] };
}

const compared = (actor: string) => auditTrail({ actor, action: "athlete.compared" });

describe("compareAthletes", () => {
  it("puts each one's newest assessment of the protocol side by side, in the order asked", async () => {
    const { coach, teamId, ana, ben } = await setUp();
    await visit(ana, ana.athleteId, { on: "2026-01-01", measurements: { speed: 1 } });
    const newest = await visit(ana, ana.athleteId, { on: "2026-03-01", measurements: { speed: 1.3 } });
    await visit(ana, ana.athleteId, { on: "2026-04-01", protocol: "run" });
    const other = await visit(coach, ben, { measurements: { contact_time_left: 0.7, contact_time_right: 0.72 } });
    const found = await compareAthletes(coach, { athleteIds: [ben, ana.athleteId], protocol: "walk" });
    expect(found?.columns.map(({ athlete, assessment }) => [athlete.name, assessment?.assessmentId])).toEqual([
      ["Ben", other],
      ["Ana", newest],
    ]);
    expect(found).toMatchObject({ protocol: "walk", offered: ["walk", "run"], reference: { kind: "team", team: { id: teamId } } });
    expect(found?.columns[0]?.assessment?.measurements.contact_time_left).toBe(0.7);
    expect(found?.columns[0]?.assessment?.values.get("contact_time")).toBeCloseTo(0.71);
    expect(found?.columns[1]?.earlier.map(({ values }) => values.get("speed"))).toEqual([1]);
    expect(found?.columns[1]?.places.get("speed")?.quantiles.n).toBe(2);
    expect(found?.columns.every(({ assessment }) => assessment?.predictions.some(({ question }) => question === "age"))).toBe(true);
  });

  it("keeps the column of a person who has no such assessment, empty", async () => {
    const { coach, ana, ben, athleteIds } = await setUp();
    await visit(ana, ana.athleteId, { protocol: "run" });
    await visit(coach, ben, { protocol: "walk" });
    const found = await compareAthletes(coach, { athleteIds, protocol: "run" });
    expect(found?.columns.map(({ assessment }) => assessment?.values.get("speed") ?? null)).toEqual([3.1, null]);
    const nothing = await compareAthletes(coach, {
      athleteIds: [ana.athleteId, await addPatient(found?.teams[0]?.id ?? "")],
      protocol: "walk",
    });
    expect(nothing?.columns.map(({ assessment }) => assessment)).toEqual([null, null]);
  });

  it("is all or nothing: null where one is not permitted", async () => {
    const { coach, teamId, athleteIds } = await setUp();
    const stranger = await addPerson("Stranger");
    const gone = await addPerson("Gone");
    await addConsent(gone.athleteId, teamId, "view", true);
    const ask = (viewer: Viewer, ids: readonly string[]) => compareAthletes(viewer, { athleteIds: ids });
    expect(await ask(stranger, athleteIds)).toBeNull();
    expect(await ask(coach, [...athleteIds, stranger.athleteId])).toBeNull();
    expect(await ask(coach, [...athleteIds, gone.athleteId])).toBeNull();
    expect(await ask(coach, [...athleteIds, noId])).toBeNull();
    expect(await ask(coach, [...athleteIds, "not an id"])).toBeNull();
    expect(await ask(coach, athleteIds.slice(0, 1))).toBeNull();
    expect(await ask(coach, [athleteIds[0] ?? "", athleteIds[0] ?? ""])).toBeNull();
    expect(await compared(coach.userId)).toEqual([]);
    expect(await ask(coach, athleteIds)).not.toBeNull();
  });

  it("refuses a reference team that is not the viewer's, and takes everyone for who has none", async () => {
    const { coach, ana, athleteIds } = await setUp();
    const other = await addTeam([{ viewer: ana, role: "owner" }]);
    expect(await compareAthletes(coach, { athleteIds, reference: { kind: "team", teamId: other } })).toBeNull();
    expect(await compareAthletes(coach, { athleteIds, reference: { kind: "band", teamId: noId } })).toBeNull();
    const everyone = await compareAthletes(coach, { athleteIds, reference: { kind: "everyone" } });
    expect(everyone?.reference).toEqual({ kind: "everyone", team: null });
  });

  it("compares each with their own sex and age band where that is asked", async () => {
    const { coach, teamId, ana, ben, athleteIds } = await setUp();
    await visit(ana, ana.athleteId);
    await visit(coach, ben);
    await visit(coach, await addPatient(teamId, { sex: "male", birthDate: "1973-01-01" }));
    const found = await compareAthletes(coach, { athleteIds, reference: { kind: "band" } });
    expect(found?.columns.map(({ cell }) => cell)).toEqual([
      { sex: "female", ageBand: "40-49" },
      { sex: "male", ageBand: "50-59" },
    ]);
    expect(found?.columns.map(({ places }) => places.get("speed")?.quantiles.n)).toEqual([1, 2]);
  });

  it("tells the athletes that their records were looked at, and nobody else", async () => {
    const { coach, ana, ben, teamId } = await setUp();
    const own = await addConsent(coach.athleteId, teamId, "view");
    expect(own).toBeUndefined();
    await compareAthletes(coach, { athleteIds: [coach.athleteId, ana.athleteId, ben] });
    const events = await compared(coach.userId);
    expect(events.map(({ subject, target }) => [subject, target]).toSorted()).toEqual(
      [
        [ana.userId, ana.athleteId],
        [ben, ben],
      ].toSorted(),
    );
  });

  it("asks the database as often for six as for two", async () => {
    const { coach, teamId } = await setUp();
    const six: string[] = [];
    for (let index = 0; index < 6; index++) {
      const id = await addPatient(teamId);
      for (const on of ["2026-01-01", "2026-02-01"]) await visit(coach, id, { on });
      six.push(id);
    }
    const cost = async (athleteIds: readonly string[]) => {
      const plain = database();
      let queries = 0;
      globalThis.marchaDatabase = plain.$extends({
        query: {
          $allOperations: ({ args, query }) => {
            queries++;
            return query(args);
          },
        },
      }) as unknown as typeof plain;
      const found = await compareAthletes(coach, { athleteIds });
      globalThis.marchaDatabase = plain;
      expect(found?.columns).toHaveLength(athleteIds.length);
      return queries;
    };
    // What is usual in the team is asked once and kept.
    const first = await cost(six);
    expect(await cost(six.slice(0, 2))).toBe(first - 1);
    expect(await cost(six)).toBe(first - 1);
  });
});

describe("compareAssessments", () => {
  it("puts one person's dates side by side, oldest first, each with what came before", async () => {
    const ana = await addPerson("Ana");
    const ids = [];
    for (const [index, on] of ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"].entries()) {
      ids.push(await visit(ana, ana.athleteId, { on, measurements: { speed: 1 + index / 10 } }));
    }
    const [first = "", , third = "", fourth = ""] = ids;
    const found = await compareAssessments(ana, { assessmentIds: [fourth, first, third] });
    expect(found?.columns.map(({ id }) => id)).toEqual([first, third, fourth]);
    expect(found?.columns.map(({ earlier }) => earlier.length)).toEqual([0, 2, 3]);
    expect(found?.reference.kind).toBe("everyone");
    expect(await compared(ana.userId)).toEqual([]);
  });

  it("leaves dates of the other protocol out and says how many", async () => {
    const ana = await addPerson("Ana");
    const walks = [await visit(ana, ana.athleteId, { on: "2026-01-01" }), await visit(ana, ana.athleteId)];
    const running = await visit(ana, ana.athleteId, { protocol: "run" });
    const found = await compareAssessments(ana, { assessmentIds: [...walks, running] });
    expect(found).toMatchObject({ protocol: "walk", otherProtocol: 1, offered: ["walk", "run"] });
    expect(found?.columns.map(({ id }) => id)).toEqual(walks);
    expect((await compareAssessments(ana, { assessmentIds: [...walks, running], protocol: "run" }))?.columns).toHaveLength(1);
  });

  it("is null for dates of two people, of a stranger, or after withdrawal", async () => {
    const { coach, teamId, ana, ben } = await setUp();
    const own = [await visit(ana, ana.athleteId, { on: "2026-01-01" }), await visit(ana, ana.athleteId)];
    const other = await visit(coach, ben);
    expect(await compareAssessments(coach, { assessmentIds: [own[0] ?? "", other] })).toBeNull();
    expect(await compareAssessments(await addPerson("Stranger"), { assessmentIds: own })).toBeNull();
    expect(await compareAssessments(coach, { assessmentIds: [...own, noId] })).toBeNull();
    expect(await compareAssessments(coach, { assessmentIds: own })).not.toBeNull();
    expect((await compared(coach.userId)).map(({ target }) => target)).toEqual([ana.athleteId]);
    await database().consent.updateMany({ where: { athleteId: ana.athleteId, teamId }, data: { revokedAt: new Date() } });
    expect(await compareAssessments(coach, { assessmentIds: own })).toBeNull();
  });
});

describe("listDates", () => {
  it("lists the dates that can be compared, newest first, to who may see them", async () => {
    const ana = await addPerson("Ana");
    const ids = [
      await visit(ana, ana.athleteId, { on: "2026-01-01" }),
      await visit(ana, ana.athleteId, { on: "2026-02-01", protocol: "run" }),
    ];
    expect((await listDates(ana, ana.athleteId)).map(({ id }) => id)).toEqual(ids.toReversed());
    expect(await listDates(await addPerson("Stranger"), ana.athleteId)).toEqual([]);
  });
});
