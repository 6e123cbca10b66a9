import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { DatabaseAdapter } from "./adapter";
import { correct, record, remove } from "./assessments";
import { boxes, type Cohort, type CohortScope, histogram, meansByZone, readCohort, scatter, usualProtocol } from "./cohort";
import { setReferenceConsent, shareAgain, withdraw } from "./consents";
import { database } from "./database";
import { endPatientConsent, eraseRecord } from "./erasure";
import { Prisma } from "./generated/client";
import { addUpMarks, keptRows } from "./kept-answers";
import { mergeRecords, undoMerge } from "./merges";
import { correctPerson } from "./person";
import { readReference } from "./reference";
import { removeMember } from "./teams";
import { addConsent, addPatient, addPerson, addTeam, allWalkers, countQueries, openTestDatabase } from "./testing";
import type { Viewer } from "./viewer";

let adapter: DatabaseAdapter;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ adapter, close } = await openTestDatabase());
});
afterAll(() => close());

const of = (scope: CohortScope): Cohort => ({ scope, filters: allWalkers });
const everyone = { kind: "everyone" } as const;

/** All that is shown of a scope. */
const shown = async (viewer: Viewer, scope: CohortScope) => ({
  protocol: await usualProtocol(viewer, scope),
  overview: await readCohort(viewer, of(scope)),
  scatter: await scatter(viewer, of(scope), "speed", "weight_kg"),
  means: await meansByZone(viewer, of(scope), "speed"),
  boxes: await boxes(viewer, of(scope), "speed", "sex"),
  histogram: await histogram(viewer, of(scope), "speed", { scale: 1, decimals: 2 }),
  reference: scope.kind === "teams" ? null : await readReference(viewer, { scope, protocol: "walk", codes: ["speed"] }),
});
type Shown = Awaited<ReturnType<typeof shown>>;

/** As it is worked out by a process that has never been asked. */
function anew(viewer: Viewer, scope: CohortScope): Promise<Shown> {
  globalThis.marchaKeptAnswers?.clear();
  return shown(viewer, scope);
}

const visit = (speed: number, on = "2026-03-02") => ({
  submissionId: randomUUID(),
  protocol: "walk" as const,
  reason: "checkup" as const,
  measuredAt: new Date(`${on}T09:30:00Z`),
  timeZone: "Europe/Madrid",
  measurements: { speed, height_cm: 168, weight_kg: 60 + speed },
});

async function recorded(viewer: Viewer, athleteId: string, speed: number, on?: string): Promise<string> {
  const result = await record(viewer, { ...visit(speed, on), athleteId });
  if (!result.ok) throw new Error(result.error.reason);
  return result.value.id;
}

/** Six people who share with a team, and are counted among everyone. */
async function team() {
  const [owner, coach] = [await addPerson("Owner"), await addPerson("Coach")];
  const teamId = await addTeam([
    { viewer: owner, role: "owner" },
    { viewer: coach, role: "coach" },
  ]);
  const people: (Viewer & { athleteId: string; assessmentId: string })[] = [];
  for (const [index, speed] of [1, 1.1, 1.2, 1.3, 1.4, 1.5].entries()) {
    const person = await addPerson(`Person ${index}`);
    await addConsent(person.athleteId, teamId, "record");
    await setReferenceConsent(person, true);
    people.push({ ...person, assessmentId: await recorded(person, person.athleteId, speed) });
  }
  const [first] = people;
  if (!first) throw new Error("nobody is there");
  return { owner, coach, teamId, people, first, scope: { kind: "team", teamId } as const };
}

type Scene = Awaited<ReturnType<typeof team>>;

const changes: Record<string, (scene: Scene) => Promise<unknown>> = {
  "a consent is withdrawn": ({ first, teamId }) => withdraw(first, teamId),
  "an assessment is recorded": ({ coach, first }) => recorded(coach, first.athleteId, 1.9, "2026-04-02"),
  "one is corrected": ({ coach, first }) => correct(coach, first.assessmentId, { ...visit(1.9), revision: 0 }),
  "one is deleted": ({ coach, first }) => remove(coach, first.assessmentId),
  "a person corrects their sex": ({ first }) => correctPerson(first, { name: first.name, birthDate: "1982-05-17", sex: "male" }),
  "a person corrects their name": ({ first }) => correctPerson(first, { name: "Another", birthDate: "1982-05-17", sex: "female" }),
  "a person erases their account's record": ({ first }) => database().athlete.delete({ where: { id: first.athleteId } }),
};

describe("an answer that is kept", () => {
  it.each(Object.entries(changes))("is not given any more when %s", async (_name, change) => {
    const scene = await team();
    const before = await shown(scene.coach, scene.scope);
    await change(scene);
    const after = await shown(scene.coach, scene.scope);
    expect(after).not.toEqual(before);
    expect(after).toEqual(await anew(scene.coach, scene.scope));
  });

  it("holds nobody who shares no more, and them again when they do", async () => {
    const { coach, teamId, scope, people, first } = await team();
    const counted = async () => (await readCohort(coach, of(scope)))?.people;
    const named = async () => (await scatter(coach, of(scope), "speed", "weight_kg"))?.points.map(({ athleteId }) => athleteId);
    const usual = async () => (await readReference(coach, { scope, protocol: "walk", codes: ["speed"] }))?.get("speed")?.n;
    expect([await counted(), await usual()]).toEqual([6, 6]);
    expect(await named()).toContain(first.athleteId);
    await withdraw(first, teamId);
    expect([await counted(), await usual()]).toEqual([5, 5]);
    expect(await named()).not.toContain(first.athleteId);
    await shareAgain(first, teamId, "view");
    expect([await counted(), await usual()]).toEqual([6, 6]);
    await database().athlete.deleteMany({ where: { id: { in: people.map(({ athleteId }) => athleteId) } } });
    expect([await counted(), await usual()]).toEqual([0, undefined]);
  });

  it("follows patients who are made one, and two again, whose consent ends, and who are erased", async () => {
    const { coach, teamId, scope } = await team();
    const patients = [await addPatient(teamId), await addPatient(teamId)] as const;
    for (const [index, id] of patients.entries()) await recorded(coach, id, 1.6 + index / 10, `2026-04-0${index + 1}`);
    const counted = async () => (await readCohort(coach, of(scope)))?.people;
    expect(await counted()).toBe(8);
    const merged = await mergeRecords(coach, { sourceId: patients[0], targetId: patients[1] });
    expect(await counted()).toBe(7);
    await undoMerge(coach, merged.ok ? merged.value.mergeId : "");
    expect(await counted()).toBe(8);
    await endPatientConsent(coach, patients[0], teamId);
    expect(await counted()).toBe(7);
    await eraseRecord(coach, patients[1]);
    expect(await counted()).toBe(6);
    expect(await shown(coach, scope)).toEqual(await anew(coach, scope));
  });

  it("is of everyone only with those who agree to it", async () => {
    await database().referenceConsent.deleteMany();
    const [{ people, first }, stranger] = [await team(), await addPerson("Stranger")];
    const counted = async () => (await readCohort(stranger, of(everyone)))?.people;
    const usual = async () => (await readReference(stranger, { scope: everyone, protocol: "walk", codes: ["speed"] }))?.get("speed")?.n;
    expect([await counted(), await usual()]).toEqual([5, 5]);
    for (const person of people.slice(0, 2)) await setReferenceConsent(person, false);
    expect([await counted(), await usual()]).toEqual([0, undefined]);
    await setReferenceConsent(first, true);
    expect([await counted(), await usual()]).toEqual([5, 5]);
    // A stranger who comes to know somebody could subtract them.
    await addConsent(first.athleteId, await addTeam([{ viewer: stranger, role: "coach" }]), "view");
    expect([await counted(), await usual()]).toEqual([0, undefined]);
  });

  it("stands while marks are added up", async () => {
    const { coach, teamId, scope } = await team();
    await database().cohortChange.createMany({ data: Array.from({ length: 300 }, (_, index) => ({ about: teamId, part: index % 64 })) });
    await addUpMarks();
    expect(await database().cohortChange.count({ where: { about: teamId } })).toBe(64);
    const ask = () => meansByZone(coach, of(scope), "speed");
    await ask();
    await database().cohortChange.createMany({ data: Array.from({ length: 90 }, (_, index) => ({ about: teamId, part: index % 64 })) });
    await ask();
    const queries = await countQueries(adapter);
    await database().$executeRaw`
      WITH gone AS (DELETE FROM "CohortChange" WHERE about = ${teamId}::uuid RETURNING part, mark)
      INSERT INTO "CohortChange" (about, part, mark) SELECT ${teamId}::uuid, part, sum(mark) FROM gone GROUP BY part`;
    expect(await queries(ask)).toBe(1);
  });

  it("is worked out anew of the part of the people that has changed, and of all where none is named", async () => {
    const { coach, teamId, first } = await team();
    const all = Array.from({ length: 64 }, (_, part) => part);
    const asked: (readonly number[])[] = [];
    const ask = async (viewer: Viewer, scope: CohortScope) => {
      asked.length = 0;
      const of = (parts: readonly number[]) => {
        asked.push(parts);
        return Prisma.sql`SELECT part, count(*) FROM unnest(${[...parts]}::int[]) AS part GROUP BY part`;
      };
      expect(await keptRows(viewer, scope, { row: z.unknown(), of })).toHaveLength(64);
      // What an answer is kept under is the question about all; whether it is put is another thing.
      return asked.slice(1);
    };
    const askTeam = () => ask(coach, { kind: "team", teamId });
    const part = Number.parseInt(first.athleteId.slice(-2), 16) % 64;
    expect(await askTeam()).toEqual([all]);
    expect(await askTeam()).toEqual([]);
    await recorded(coach, first.athleteId, 1.9, "2026-04-02");
    expect(await askTeam()).toEqual([[part]]);
    await withdraw(first, teamId);
    expect(await askTeam()).toEqual([[part]]);
    // As the version before marks, and as it adds up.
    await database().cohortChange.create({ data: { about: teamId } });
    expect(await askTeam()).toEqual([all]);
    await database().$executeRaw`
      WITH gone AS (DELETE FROM "CohortChange" WHERE about = ${teamId}::uuid RETURNING mark)
      INSERT INTO "CohortChange" (about, mark) SELECT ${teamId}::uuid, sum(mark) FROM gone`;
    expect(await askTeam()).toEqual([all]);
    const askEveryone = () => ask(coach, everyone);
    await askEveryone();
    await setReferenceConsent(first, false);
    expect(await askEveryone()).toEqual([[part]]);
    await recorded(first, first.athleteId, 1.8, "2026-04-03");
    expect(await askEveryone()).toEqual([]);
  });

  it("is asked for again where the database did not answer", async () => {
    const { coach, teamId } = await team();
    const fails = { row: z.unknown(), of: () => Prisma.sql`SELECT 0 AS part, 1 / (SELECT count(*) FROM "CohortChange" WHERE mark = 1)` };
    await expect(keptRows(coach, { kind: "team", teamId }, fails)).rejects.toThrow();
    await database().cohortChange.create({ data: { about: randomUUID(), mark: 1 } });
    expect(await keptRows(coach, { kind: "team", teamId }, fails)).toHaveLength(1);
  });

  it("is nobody's who does not work in the team any more", async () => {
    const { owner, coach, teamId, scope } = await team();
    expect((await readCohort(coach, of(scope)))?.people).toBe(6);
    expect((await readCohort(coach, of({ kind: "teams" })))?.people).toBe(6);
    await removeMember(owner, teamId, coach.userId);
    expect(await readCohort(coach, of(scope))).toBeNull();
    expect(await readReference(coach, { scope, protocol: "walk", codes: ["speed"] })).toBeNull();
    expect((await readCohort(coach, of({ kind: "teams" })))?.people).toBe(0);
    expect((await readCohort(owner, of(scope)))?.people).toBe(6);
  });

  it("costs one question while nothing changes, and the marks of changes stay few", async () => {
    const { coach, people, scope, teamId, first } = await team();
    const ask = () => meansByZone(coach, of(scope), "speed");
    for (let index = 0; index < 150; index++)
      await database().assessmentSummary.update({ where: { assessmentId: first.assessmentId }, data: { weightKg: index } });
    const before = await ask();
    const marks = () => database().cohortChange.count({ where: { about: teamId } });
    expect(await marks()).toBeLessThanOrEqual(people.length);
    const queries = await countQueries(adapter);
    expect(await queries(ask)).toBe(1);
    await withdraw(people[1] ?? first, teamId);
    expect(await ask()).not.toEqual(before);
    await database().team.delete({ where: { id: teamId } });
    expect(await marks()).toBe(0);
  });
});

describe("whatever happens, in whatever order", () => {
  const step = fc.record({
    who: fc.nat(3),
    what: fc.constantFrom("record", "remove", "withdraw", "share", "agree", "disagree"),
    value: fc.integer({ min: 50, max: 250 }).map((hundredths) => hundredths / 100),
    day: fc.integer({ min: 1, max: 28 }),
  });

  it("a team is shown as its rows are now, and everyone as they are worked out anew", async () => {
    const { coach, teamId, scope } = await team();
    const people = await Promise.all([0, 1, 2, 3].map((index) => addPerson(`Changing ${index}`)));
    for (const { athleteId } of people) await addConsent(athleteId, teamId, "view");
    const stranger = await addPerson("Stranger");

    const take = async ({ who, what, value, day }: typeof step extends fc.Arbitrary<infer Step> ? Step : never) => {
      const person = people[who];
      if (!person) return;
      if (what === "record") await recorded(person, person.athleteId, value, `2026-05-${String(day).padStart(2, "0")}`);
      if (what === "remove") {
        const newest = await database().assessment.findFirst({ where: { athleteId: person.athleteId }, orderBy: { measuredAt: "desc" } });
        if (newest) await remove(person, newest.id);
      }
      if (what === "withdraw") await withdraw(person, teamId);
      if (what === "share") await shareAgain(person, teamId, "view");
      if (what === "agree" || what === "disagree") await setReferenceConsent(person, what === "agree");
    };

    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const each of steps) {
          await take(each);
          const speeds = await speedsOf(teamId);
          expect((await readCohort(coach, of(scope)))?.people).toBe(speeds.length);
          const means = await meansByZone(coach, of(scope), "speed");
          const [whole] = means?.zones ?? [];
          expect(whole?.mean).toBeCloseTo(speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length, 9);
          const usual = (await readReference(coach, { scope, protocol: "walk", codes: ["speed"] }))?.get("speed");
          expect(usual?.n).toBe(speeds.length);
          expect(usual?.p50).toBeCloseTo(median(speeds), 9);
        }
        const kept = await shown(stranger, everyone);
        expect(kept).toEqual(await anew(stranger, everyone));
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  /** Of everybody who shares with the team, the speed of the newest assessment. */
  async function speedsOf(teamId: string): Promise<number[]> {
    const athletes = await database().athlete.findMany({
      where: { consents: { some: { teamId, revokedAt: null } } },
      select: { assessments: { include: { measurements: true }, orderBy: [{ measuredAt: "desc" }, { id: "desc" }] } },
    });
    return athletes.flatMap(({ assessments: [newest] }) => newest?.measurements.find(({ field }) => field === "speed")?.value ?? []);
  }

  function median(values: readonly number[]): number {
    const sorted = values.toSorted((one, other) => one - other);
    const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
    return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
  }
});

it("keeps no more than there is room for: what nobody asked for longest goes first", async () => {
  const { coach, scope } = await team();
  globalThis.marchaKeptAnswers?.clear();
  const row = z.object({ part: z.int(), values: z.array(z.number()) });
  const ask = (first: number) =>
    keptRows(coach, scope, {
      row,
      of: (parts) => Prisma.sql`
        SELECT part, array(SELECT generate_series(${first}::int, ${first + 15_000}::int)) AS values FROM unnest(${[...parts]}::int[]) part`,
    });
  const queries = await countQueries(adapter);
  const statements = (first: number) => queries(() => ask(first));
  const [one, two] = [await statements(1), await statements(2)];
  expect([await statements(1), await statements(2)]).toEqual([one - 1, two - 1]);
  await ask(3);
  expect(await statements(2)).toBe(two - 1);
  expect(await statements(1)).toBe(one);
}, 60_000);
