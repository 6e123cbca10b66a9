import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "./database";
import type { Protocol, Sex } from "./generated/enums";
import { percentilesOf, placesIn, readReference, readReferences } from "./reference";
import { addConsent, addPatient, addPerson, addTeam, openTestDatabase } from "./testing";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

type Visit = { values: Record<string, number>; sex?: Sex; age?: number; protocol?: Protocol; at?: string };

async function addVisit(athleteId: string, { values, sex = "female", age = 35, protocol = "walk", at = "2026-03-02T09:00:00Z" }: Visit) {
  const measuredAt = new Date(at);
  await database().assessment.create({
    data: {
      athleteId,
      submissionId: randomUUID(),
      protocol,
      reason: "checkup",
      measuredAt,
      timeZone: "Europe/Madrid",
      summary: { create: { athleteId, protocol, measuredAt, sex, age, values } },
    },
  });
}

async function addStranger(visit: Visit, consents = true): Promise<string> {
  const { athleteId } = await addPerson("Stranger", { sex: visit.sex });
  if (consents) await database().referenceConsent.create({ data: { athleteId, textVersion: "test" } });
  await addVisit(athleteId, visit);
  return athleteId;
}

async function teamOf(values: readonly number[]) {
  const coach = await addPerson("Coach");
  const teamId = await addTeam([{ viewer: coach, role: "coach" }]);
  const athletes: string[] = [];
  for (const speed of values) {
    const athleteId = await addPatient(teamId);
    await addVisit(athleteId, { values: { speed } });
    athletes.push(athleteId);
  }
  return { coach, teamId, athletes, scope: { kind: "team", teamId } as const };
}

const walking = { protocol: "walk", codes: ["speed"] } as const;
const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe("a team's reference", () => {
  it("counts every person once, with their newest assessment of the protocol", async () => {
    const { coach, athletes, scope } = await teamOf([1, 2, 3]);
    await addVisit(athletes[0] ?? "", { values: { speed: 9 }, at: "2025-01-01T09:00:00Z" });
    await addVisit(athletes[1] ?? "", { values: { speed: 8 }, at: "2026-09-01T09:00:00Z" });
    await addVisit(athletes[2] ?? "", { values: { speed: 7 }, protocol: "run", at: "2026-09-01T09:00:00Z" });
    const found = await readReference(coach, { scope, ...walking });
    expect(found?.get("speed")).toEqual({ n: 3, p5: null, p10: null, p25: 2, p50: 3, p75: 5.5, p90: null, p95: null });
  });

  it("is not told to who does not work in the team, nor of people who have withdrawn", async () => {
    const { coach, teamId, scope } = await teamOf([1, 2]);
    const stranger = await addPerson("Stranger");
    expect(await readReference(stranger, { scope, ...walking })).toBeNull();
    expect(await percentilesOf(stranger, { scope, protocol: "walk", asked: [{ cell: {}, code: "speed", value: 1 }] })).toBeNull();
    expect(await readReference(coach, { scope: { kind: "team", teamId: "no team" }, ...walking })).toBeNull();
    const gone = await addPerson("Gone");
    await addConsent(gone.athleteId, teamId, "view", true);
    await addVisit(gone.athleteId, { values: { speed: 50 } });
    expect((await readReference(coach, { scope, ...walking }))?.get("speed")?.n).toBe(2);
  });

  it("leaves out a measurement that nobody has, and does not take a missing one for 0", async () => {
    const { coach, teamId, scope } = await teamOf([1, 3]);
    await addVisit(await addPatient(teamId), { values: { step_rate: 110 } });
    const found = await readReference(coach, { scope, protocol: "walk", codes: ["speed", "step_rate", "stride_length"] });
    expect(found?.get("speed")).toMatchObject({ n: 2, p50: 2 });
    expect(found?.has("stride_length")).toBe(false);
  });

  it("answers several cells of sex and age at once", async () => {
    const { coach, teamId, scope } = await teamOf([]);
    const people = [
      { sex: "female", age: 29, values: { speed: 1 } },
      { sex: "female", age: 30, values: { speed: 2 } },
      { sex: "male", age: 39, values: { speed: 4 } },
      { sex: "male", age: 88, values: { speed: 8 } },
    ] as const;
    for (const person of people) await addVisit(await addPatient(teamId), person);
    const cells = [
      {},
      { sex: "female" },
      { ageBand: "30-39" },
      { sex: "male", ageBand: "70-" },
      { sex: "female", ageBand: "50-59" },
    ] as const;
    const found = await readReferences(coach, { scope, protocol: "walk", codes: ["speed"], cells });
    expect(found?.map((each) => each.get("speed")?.n)).toEqual([4, 2, 2, 1, undefined]);
    expect(found?.map((each) => each.get("speed")?.p50)).toEqual([3, 1.5, 3, 8, undefined]);
  });

  it("gives the tails and the percentile of a value from twenty people on", async () => {
    const { coach, teamId, scope } = await teamOf(range(19));
    const asked = [
      { cell: {}, code: "speed", value: 1 },
      { cell: {}, code: "speed", value: 10.5 },
      { cell: {}, code: "speed", value: 99 },
    ];
    expect(await percentilesOf(coach, { scope, protocol: "walk", asked })).toEqual([null, null, null]);
    await addVisit(await addPatient(teamId), { values: { speed: 20 } });
    expect(await percentilesOf(coach, { scope, protocol: "walk", asked })).toEqual([2.5, 50, 100]);
    expect((await readReference(coach, { scope, ...walking }))?.get("speed")).toMatchObject({
      n: 20,
      p5: expect.closeTo(1.95),
      p50: 10.5,
      p95: expect.closeTo(19.05),
    });
  });

  it("asks the database twice, for however many people and cells", async () => {
    const { coach, scope } = await teamOf([1, 2]);
    const queries: string[] = [];
    const counted = database().$extends({
      query: {
        $allOperations: ({ operation, args, query }) => {
          queries.push(operation);
          return query(args);
        },
      },
    });
    const before = globalThis.marchaDatabase;
    globalThis.marchaDatabase = counted as unknown as typeof before;
    try {
      const asked = range(6).map((value) => ({ cell: { sex: "female" as const }, codes: ["speed"], values: new Map([["speed", value]]) }));
      await placesIn(coach, { scope, protocol: "walk", asked });
    } finally {
      globalThis.marchaDatabase = before;
    }
    expect(queries).toHaveLength(2);
  });
});

describe("everyone's reference", () => {
  const scope = { kind: "everyone" } as const;
  const run = { protocol: "run", codes: ["speed"] } as const;
  const add = (count: number, visit: Omit<Visit, "values">, consents = true) =>
    Promise.all(range(count).map((speed) => addStranger({ values: { speed }, protocol: "run", ...visit }, consents)));

  it("counts people with a standing consent, in cells of five or more people", async () => {
    const viewer = await addPerson("Viewer");
    expect(await readReference(viewer, { scope, ...run })).toEqual(new Map());
    await add(4, { sex: "female", age: 31 });
    await add(9, { sex: "female", age: 32 }, false);
    expect((await readReference(viewer, { scope, ...run }))?.has("speed")).toBe(false);
    const [fifth = ""] = await add(1, { sex: "female", age: 38 });
    expect((await readReference(viewer, { scope, ...run, sex: "female", ageBand: "30-39" }))?.get("speed")?.n).toBe(5);
    await database().referenceConsent.updateMany({ where: { athleteId: fifth }, data: { revokedAt: new Date() } });
    expect((await readReference(viewer, { scope, ...run }))?.has("speed")).toBe(false);
    await database().referenceConsent.create({ data: { athleteId: fifth, textVersion: "test" } });
  });

  it("lets nobody be found by the difference of two answers", async () => {
    const viewer = await addPerson("Viewer");
    await add(2, { sex: "male", age: 33 });
    const counts = async () => {
      const cells = [{}, { sex: "female" }, { sex: "male" }, { ageBand: "30-39" }] as const;
      const found = await readReferences(viewer, { scope, ...run, cells });
      return found?.map((each) => each.get("speed")?.n);
    };
    expect(await counts()).toEqual([5, 5, undefined, 5]);
    await add(3, { sex: "male", age: 34 });
    expect(await counts()).toEqual([10, 5, 5, 10]);
  });

  it("does not let a coach find a person by taking away those they know", async () => {
    const coach = await addPerson("Coach");
    const teamId = await addTeam([{ viewer: coach, role: "coach" }]);
    const known = await add(8, { sex: "male", age: 55 });
    for (const athleteId of known) await addConsent(athleteId, teamId, "view");
    const cell = { sex: "male", ageBand: "50-59" } as const;
    const n = async () => (await readReference(coach, { scope, ...run, ...cell }))?.get("speed")?.n;
    const few = await add(3, { sex: "male", age: 41 });
    for (const athleteId of few) await addConsent(athleteId, teamId, "view");
    const fewer = { sex: "male", ageBand: "40-49" } as const;
    expect((await readReference(coach, { scope, ...run, ...fewer }))?.has("speed")).toBe(false);
    expect(await n()).toBe(5);
    await add(4, { sex: "male", age: 56 });
    expect(await n()).toBeUndefined();
    await add(1, { sex: "male", age: 57 });
    expect(await n()).toBe(10);
  });

  it("rounds, and tells neither a tail nor a place: where the viewer knows most people an end is a stranger's value", async () => {
    const viewer = await addPerson("Viewer");
    const speeds = range(23).map((each) => 2 + each * 0.0371);
    await Promise.all(speeds.map((speed) => addStranger({ values: { speed }, protocol: "run", sex: "female", age: 64 })));
    const cell = { sex: "female", ageBand: "60-69" } as const;
    const found = (await readReference(viewer, { scope, ...run, ...cell }))?.get("speed");
    expect(found).toMatchObject({ n: 20, p5: null, p10: null, p25: 2.25, p50: 2.45, p75: 2.65, p90: null, p95: null });
    const asked = [2.45, 1, 9].map((value) => ({ cell, code: "speed", value }));
    expect(await percentilesOf(viewer, { scope, protocol: "run", asked })).toEqual([null, null, null]);
  });
});
