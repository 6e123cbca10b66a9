import { randomUUID } from "node:crypto";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AgeBandKey, ageBandOf } from "@/lib/measurements/age-bands";
import type { Protocol } from "@/lib/measurements/vocabulary";
import {
  boxes,
  type Cohort,
  type CohortFilters,
  type CohortScope,
  type CohortZone,
  correlations,
  histogram,
  meansByZone,
  readCohort,
  scatter,
  usualProtocol,
} from "./cohort";
import { database } from "./database";
import type { Sex } from "./generated/enums";
import { addConsent, addPerson, addTeam, allWalkers, auditTrail, openTestDatabase } from "./testing";
import type { Viewer } from "./viewer";

type Visit = {
  athleteId: string;
  protocol: Protocol;
  measuredAt: Date;
  sex: Sex;
  age: number;
  weightKg: number | null;
  zone: CohortZone;
  values: Record<string, number>;
};
type Someone = { id: string; visits: Visit[] };

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const of = (scope: CohortScope, filters: Partial<CohortFilters> = {}): Cohort => ({ scope, filters: { ...allWalkers, ...filters } });
const everyone: CohortScope = { kind: "everyone" };

function drawing(seed: number) {
  const generator = xoroshiro128plus(seed);
  const uniform = () => (generator.next() >>> 0) / 2 ** 32;
  return {
    uniform,
    among: <Item>(items: readonly Item[]): Item => items[Math.floor(uniform() * items.length)] as Item,
    chance: (share: number) => uniform() < share,
  };
}

/** People with visits; what a visit sums up is drawn by `draw`. */
async function addPeople(count: number, draw: (index: number, visit: number) => Omit<Visit, "athleteId">, visits = 1): Promise<Someone[]> {
  const people = Array.from({ length: count }, (_, index): Someone => {
    const id = randomUUID();
    return { id, visits: Array.from({ length: visits }, (_each, visit) => ({ athleteId: id, ...draw(index, visit) })) };
  });
  await database().athlete.createMany({
    data: people.map(({ id, visits: own }) => ({
      id,
      name: `Person ${id}`,
      birthDate: new Date("1980-01-01"),
      sex: own[0]?.sex ?? "male",
    })),
  });
  const stored = people.flatMap(({ visits: own }) => own.map((visit) => ({ assessmentId: randomUUID(), ...visit })));
  await database().assessment.createMany({
    data: stored.map(({ assessmentId, athleteId, protocol, measuredAt }) => ({
      id: assessmentId,
      athleteId,
      submissionId: randomUUID(),
      protocol,
      reason: "checkup",
      measuredAt,
      timeZone: "Europe/Madrid",
    })),
  });
  await database().assessmentSummary.createMany({
    data: stored.map(({ zone, ...summary }) => ({ ...summary, zone: zone === "none" ? null : zone })),
  });
  return people;
}

const plain = (values: Record<string, number>, changes: Partial<Visit> = {}): Omit<Visit, "athleteId"> => ({
  protocol: "walk",
  measuredAt: new Date("2026-03-01T10:00:00Z"),
  sex: "female",
  age: 35,
  weightKg: 65,
  zone: "none",
  values,
  ...changes,
});

async function consentTo(teamId: string, people: readonly Someone[], revoked = false): Promise<void> {
  for (const { id } of people) await addConsent(id, teamId, "view", revoked);
}

async function consentToReference(people: readonly Someone[]): Promise<void> {
  await database().referenceConsent.createMany({ data: people.map(({ id }) => ({ athleteId: id, textVersion: "test" })) });
}

const endReference = () => database().referenceConsent.deleteMany();

async function coachWith(people: readonly Someone[]): Promise<{ coach: Viewer; scope: CohortScope & { kind: "team" } }> {
  const coach = await addPerson("Coach");
  const teamId = await addTeam([{ viewer: coach, role: "coach" }]);
  await consentTo(teamId, people);
  return { coach, scope: { kind: "team", teamId } };
}

describe("agrees with a computation over all rows", () => {
  let people: Someone[];
  let coach: Viewer;
  let scope: CohortScope;
  const random = drawing(7);
  beforeAll(async () => {
    people = await addPeople(
      120,
      (_index, visit) => {
        const speed = 0.8 + 0.8 * random.uniform();
        const values: Record<string, number> = random.chance(0.85) ? { speed } : {};
        if (random.chance(0.8)) values.stride_length = speed * 0.9 + 0.3 * random.uniform();
        if (random.chance(0.3)) values.fpi_total = Math.round(12 * random.uniform() - 4);
        return {
          protocol: random.chance(0.75) ? "walk" : "run",
          // No two visits of a person on the same day.
          measuredAt: new Date(Date.UTC(2026, 0, 1 + 4 * Math.floor(50 * random.uniform()) + visit)),
          sex: random.among(["female", "male"] as const),
          age: 18 + Math.floor(60 * random.uniform()),
          weightKg: random.chance(0.9) ? 50 + Math.round(400 * random.uniform()) / 10 : null,
          zone: random.among(["none", "knee", "hip", "foot", "back"] as const),
          values,
        };
      },
      4,
    );
    ({ coach, scope } = await coachWith(people));
  });

  const filterSets: { name: string; filters: Partial<CohortFilters> }[] = [
    { name: "no filter", filters: {} },
    { name: "zones", filters: { zones: ["knee", "none"] } },
    { name: "women", filters: { sex: "female" } },
    { name: "two age bands", filters: { ageBands: ["30-39", "70-"] } },
    { name: "weight", filters: { weight: { from: 60, to: 75.5 } } },
    { name: "dates", filters: { dates: { from: "2026-02-01", to: "2026-04-30" } } },
    { name: "running", filters: { protocol: "run" } },
    {
      name: "all of them",
      filters: { zones: ["knee", "hip", "foot"], sex: "male", ageBands: ["40-49", "50-59", "60-69"], weight: { from: 55, to: null } },
    },
  ];

  const newest = (filters: CohortFilters): Visit[] =>
    people.flatMap(({ visits }) => {
      const { zones, sex, ageBands: bands, weight, dates, protocol } = filters;
      const [last] = visits
        .filter((visit) => visit.protocol === protocol)
        .filter((visit) => zones.length === 0 || zones.includes(visit.zone))
        .filter((visit) => sex === null || visit.sex === sex)
        .filter((visit) => bands.length === 0 || bands.includes(bandOf(visit)))
        .filter((visit) => weight.from === null || (visit.weightKg !== null && visit.weightKg >= weight.from))
        .filter((visit) => weight.to === null || (visit.weightKg !== null && visit.weightKg <= weight.to))
        .filter((visit) => dates.from === null || visit.measuredAt.toISOString().slice(0, 10) >= dates.from)
        .filter((visit) => dates.to === null || visit.measuredAt.toISOString().slice(0, 10) <= dates.to)
        .toSorted((one, other) => other.measuredAt.getTime() - one.measuredAt.getTime());
      return last ? [last] : [];
    });

  const bandOf = ({ age }: Visit): AgeBandKey => ageBandOf(age)?.key ?? "70-";
  const valuesOf = (visits: readonly Visit[], code: string) => visits.flatMap(({ values }) => values[code] ?? []);

  it.each(filterSets)("counts, $name", async ({ filters }) => {
    const cohort = of(scope, filters);
    const expected = newest(cohort.filters);
    const overview = await readCohort(coach, cohort);
    expect(overview?.people).toBe(expected.length);
    const having = (code: string) => valuesOf(expected, code).length;
    for (const code of ["speed", "stride_length", "fpi_total"]) {
      expect(overview?.metrics.find((metric) => metric.code === code)?.people ?? 0).toBe(having(code) >= 5 ? having(code) : 0);
    }
  });

  it.each(filterSets)("scatter and its association, $name", async ({ filters }) => {
    const cohort = of(scope, filters);
    const both = newest(cohort.filters).filter(({ values }) => "speed" in values && "stride_length" in values);
    const result = await scatter(coach, cohort, "speed", "stride_length");
    expect(result?.people).toBe(both.length);
    expect(new Set(result?.points.map(({ athleteId, x, y }) => `${athleteId} ${x} ${y}`))).toEqual(
      new Set(both.map(({ athleteId, values }) => `${athleteId} ${values.speed} ${values.stride_length}`)),
    );
    if (both.length < 20) expect(result?.association).toBeNull();
    else expect(result?.association?.r).toBeCloseTo(pearson(valuesOf(both, "speed"), valuesOf(both, "stride_length")), 9);
  });

  it.each(filterSets)("means by zone, $name", async ({ filters }) => {
    const cohort = of(scope, filters);
    const measured = newest(cohort.filters).filter(({ values }) => "speed" in values);
    const result = await meansByZone(coach, cohort, "speed");
    expect(result?.hidden).toEqual([]);
    expect(new Set(result?.zones.map(({ zone }) => zone))).toEqual(new Set(measured.map(({ zone }) => zone)));
    for (const { zone, people: count, mean, sd } of result?.zones ?? []) {
      const values = valuesOf(
        measured.filter((visit) => visit.zone === zone),
        "speed",
      );
      expect(count).toBe(values.length);
      expect(mean).toBeCloseTo(average(values), 9);
      if (values.length > 1) expect(sd).toBeCloseTo(deviation(values), 9);
      else expect(sd).toBeNull();
    }
  });

  it.each(filterSets)("histogram, $name", async ({ filters }) => {
    const cohort = of(scope, filters);
    const measured = newest(cohort.filters).filter(({ values }) => "speed" in values);
    const result = await histogram(coach, cohort, "speed", { scale: 3.6, decimals: 1 });
    expect(result?.openEnded).toBe(false);
    const bins = result?.bins ?? [];
    for (const sex of ["female", "male"] as const) {
      const values = measured.filter((visit) => visit.sex === sex).map(({ values: own }) => 3.6 * (own.speed ?? 0));
      const counts = bins.map(({ from, to }) => values.filter((value) => value >= from - 1e-7 && value < to - 1e-7).length);
      const series = result?.series.find((each) => each.sex === sex);
      expect(series?.counts ?? bins.map(() => 0)).toEqual(counts);
      expect(series?.people ?? 0).toBe(values.length);
      expect(counts.reduce((sum, each) => sum + each, 0)).toBe(values.length);
    }
  });

  it.each(["zone", "sex", "age"] as const)("boxes by %s", async (division) => {
    const measured = newest(allWalkers).filter(({ values }) => "speed" in values);
    const result = await boxes(coach, of(scope), "speed", division);
    const keyOf = { zone: (visit: Visit) => visit.zone, sex: (visit: Visit) => visit.sex, age: bandOf }[division];
    expect(new Set(result?.groups.map(({ key }) => key))).toEqual(new Set(measured.map(keyOf)));
    for (const group of result?.groups ?? []) {
      const values = valuesOf(
        measured.filter((visit) => keyOf(visit) === group.key),
        "speed",
      );
      expect(group.people).toBe(values.length);
      const expected = [0.05, 0.25, 0.5, 0.75, 0.95].map((share) => quantile(values, share));
      for (const [index, value] of [group.p5, group.q1, group.median, group.q3, group.p95].entries()) {
        if (values.length < 20 && (index === 0 || index === 4)) expect(value).toBeNull();
        else expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 9);
      }
    }
  });

  it.each(filterSets)("correlations, $name", async ({ filters }) => {
    const cohort = of(scope, filters);
    const visits = newest(cohort.filters);
    const codes = ["speed", "stride_length", "fpi_total", "weight_kg", "age_years"];
    const value = (visit: Visit, code: string) =>
      code === "weight_kg" ? (visit.weightKg ?? undefined) : code === "age_years" ? visit.age : visit.values[code];
    const pairs = await correlations(coach, cohort, codes);
    expect(pairs).toHaveLength(10);
    for (const { a, b, people: count, r } of pairs ?? []) {
      const both = visits.filter((visit) => value(visit, a) !== undefined && value(visit, b) !== undefined);
      expect(count).toBe(both.length);
      if (both.length < 20) expect(r).toBeNull();
      else
        expect(r).toBeCloseTo(
          pearson(
            both.map((visit) => value(visit, a) ?? 0),
            both.map((visit) => value(visit, b) ?? 0),
          ),
          9,
        );
    }
  });
});

describe("who may see whom", () => {
  it("shows a team's athletes while their consent stands and the viewer works in it", async () => {
    const [stay, leave] = [
      await addPeople(3, () => plain({ speed: 1.2, step_rate: 110 })),
      await addPeople(2, () => plain({ speed: 1, step_rate: 100 })),
    ];
    const { coach, scope } = await coachWith([...stay, ...leave]);
    const seen = async (viewer: Viewer, whose: CohortScope) =>
      (await scatter(viewer, of(whose), "speed", "step_rate"))?.points.map(({ athleteId }) => athleteId).toSorted();
    const ids = (people: readonly Someone[]) => people.map(({ id }) => id).toSorted();

    expect(await seen(coach, scope)).toEqual(ids([...stay, ...leave]));
    expect(await seen(coach, { kind: "teams" })).toEqual(ids([...stay, ...leave]));
    expect((await readCohort(coach, of(scope)))?.people).toBe(5);

    await database().consent.updateMany({ where: { athleteId: { in: ids(leave) } }, data: { revokedAt: new Date() } });
    expect(await seen(coach, scope)).toEqual(ids(stay));

    const stranger = await addPerson("Stranger");
    expect(await seen(stranger, scope)).toBeUndefined();
    expect(await seen(stranger, { kind: "teams" })).toEqual([]);
    expect(await readCohort(stranger, of(scope))).toBeNull();
    expect(await meansByZone(stranger, of(scope), "speed")).toBeNull();
    expect(await histogram(stranger, of(scope), "speed", { scale: 1, decimals: 2 })).toBeNull();
    expect(await boxes(stranger, of(scope), "speed", "sex")).toBeNull();
    expect(await correlations(stranger, of(scope), ["speed", "step_rate"])).toBeNull();

    await database().membership.deleteMany({ where: { userId: coach.userId } });
    expect(await seen(coach, scope)).toBeUndefined();
    expect(await seen(coach, { kind: "teams" })).toEqual([]);
  });

  it("keeps a team's athletes out of another team's cohort", async () => {
    const [mine, theirs] = [await addPeople(2, () => plain({ speed: 1.2 })), await addPeople(2, () => plain({ speed: 1.4 }))];
    const { coach, scope } = await coachWith(mine);
    const other = await addTeam([{ viewer: coach, role: "owner" }]);
    await consentTo(other, theirs);
    expect((await readCohort(coach, of(scope)))?.people).toBe(2);
    expect((await readCohort(coach, of({ kind: "teams" })))?.people).toBe(4);
  });

  it("finds nothing for a team id that is none", async () => {
    const coach = await addPerson("Coach");
    expect(await readCohort(coach, of({ kind: "team", teamId: "none" }))).toBeNull();
  });

  it("leaves one trace of each look, without anything about a person", async () => {
    const { coach, scope } = await coachWith(await addPeople(1, () => plain({ speed: 1.2 })));
    await readCohort(coach, of(scope));
    const events = await auditTrail({ actor: coach.userId });
    expect(events).toMatchObject([{ action: "cohort.viewed", subject: null, target: scope.teamId }]);
  });

  it("opens on the protocol of most", async () => {
    const runners = await addPeople(3, () => plain({ speed: 3 }, { protocol: "run" }));
    const { coach, scope } = await coachWith([...runners, ...(await addPeople(2, () => plain({ speed: 1.2 })))]);
    expect(await usualProtocol(coach, scope)).toBe("run");
    expect(await usualProtocol(await addPerson("Nobody"), { kind: "teams" })).toBe("walk");
  });
});

describe("a sample", () => {
  it("holds at most 1,000 people, the same each time, and says how many there are", async () => {
    const random = drawing(3);
    const people = await addPeople(1100, () => plain({ speed: 1 + random.uniform(), step_rate: 100 + random.uniform() }));
    const coach = await addPerson("Coach");
    const teamId = await addTeam([{ viewer: coach, role: "coach" }]);
    const grantedAt = new Date(Date.now() - 60_000);
    await database().consent.createMany({
      data: people.map(({ id }) => ({ athleteId: id, teamId, scope: "view" as const, textVersion: "test", grantedAt })),
    });
    const first = await scatter(coach, of({ kind: "team", teamId }), "speed", "step_rate");
    const again = await scatter(coach, of({ kind: "team", teamId }), "speed", "step_rate");
    expect(first?.people).toBe(1100);
    expect(first?.points).toHaveLength(1000);
    expect(again?.points).toEqual(first?.points);
    const speeds = people.flatMap(({ visits }) => visits.map(({ values }) => values.speed ?? 0));
    const rates = people.flatMap(({ visits }) => visits.map(({ values }) => values.step_rate ?? 0));
    expect(first?.association?.r).toBeCloseTo(pearson(speeds, rates), 9);
  });
});

describe("everyone", () => {
  const at = (sex: Sex, age: number, zone: CohortZone, speed: number) => plain({ speed, step_rate: 100 + speed }, { sex, age, zone });

  async function addCell(count: number, sex: Sex, age: number, zone: CohortZone = "none"): Promise<Someone[]> {
    const people = await addPeople(count, (index) => at(sex, age, zone, 1 + index / 100));
    await consentToReference(people);
    return people;
  }

  it("counts people with a standing consent to it, and nobody else", async () => {
    await endReference();
    const people = await addCell(10, "female", 35);
    await addPeople(10, () => at("female", 35, "none", 1));
    const viewer = await addPerson("Viewer");
    expect((await readCohort(viewer, of(everyone)))?.people).toBe(10);
    await database().referenceConsent.updateMany({
      where: { athleteId: { in: people.slice(0, 5).map(({ id }) => id) } },
      data: { revokedAt: new Date(Date.now() + 1000) },
    });
    expect((await readCohort(viewer, of(everyone)))?.people).toBe(5);
    await database().referenceConsent.deleteMany({ where: { athleteId: people[9]?.id } });
    expect((await readCohort(viewer, of(everyone)))?.people).toBe(0);
  });

  it("gives no point of anybody", async () => {
    await endReference();
    await addCell(30, "female", 35);
    const result = await scatter(await addPerson("Viewer"), of(everyone), "speed", "step_rate");
    expect(result).toMatchObject({ people: 30, points: [] });
    expect(result?.association).not.toBeNull();
  });

  it("shows no sex or age band that is too small, and does not count it where it could be subtracted", async () => {
    await endReference();
    await addCell(10, "female", 35);
    await addCell(3, "female", 45);
    await addCell(6, "male", 35);
    await addCell(4, "male", 65);
    const viewer = await addPerson("Viewer");
    const count = async (filters: Partial<CohortFilters>) => (await readCohort(viewer, of(everyone, filters)))?.people;
    expect(await count({ ageBands: ["40-49"] })).toBe(0);
    expect(await count({ ageBands: ["30-39"] })).toBe(15);
    expect(await count({ sex: "female" })).toBe(10);
    expect(await count({ ageBands: ["30-39", "40-49"] })).toBe(15);
    // 3 + 4 people of small cells are a group together.
    expect(await count({})).toBe(20);
    const byAge = await boxes(viewer, of(everyone), "speed", "age");
    expect(byAge?.groups.map(({ key, people }) => [key, people])).toEqual([["30-39", 15]]);
    expect(byAge?.groups[0]).toMatchObject({ p5: null, p95: null });
  });

  it("leaves the small cells out of the whole where they are no group together", async () => {
    await endReference();
    await addCell(10, "female", 35);
    await addCell(3, "male", 65);
    const viewer = await addPerson("Viewer");
    const result = await scatter(viewer, of(everyone), "speed", "step_rate");
    expect(result?.people).toBe(10);
  });

  it("does not let the viewer subtract the people they can look up", async () => {
    await endReference();
    const own = await addCell(5, "female", 35);
    await addCell(2, "female", 35);
    const { coach } = await coachWith(own);
    expect((await readCohort(coach, of(everyone)))?.people).toBe(0);
    expect((await readCohort(await addPerson("Viewer"), of(everyone)))?.people).toBe(5);
    await addCell(3, "female", 35);
    expect((await readCohort(coach, of(everyone)))?.people).toBe(10);
  });

  it("ignores the filters that would single people out", async () => {
    await endReference();
    await addCell(10, "female", 35, "knee");
    const viewer = await addPerson("Viewer");
    const narrow = of(everyone, { zones: ["hip"], weight: { from: 100, to: null }, dates: { from: "2030-01-01", to: null } });
    expect((await readCohort(viewer, narrow))?.people).toBe(10);
  });

  it("hides small zones, and a second one where one alone would follow from the whole", async () => {
    await endReference();
    await addCell(20, "female", 35, "none");
    await addCell(8, "female", 36, "knee");
    await addCell(6, "female", 37, "hip");
    await addCell(2, "female", 38, "foot");
    const result = await meansByZone(await addPerson("Viewer"), of(everyone), "speed");
    expect(result?.zones.map(({ zone }) => zone)).toEqual(["knee", "none"]);
    expect(result?.hidden).toEqual(["hip", "foot"]);
    expect(result?.zones.map(({ people }) => people)).toEqual([5, 20]);
  });

  it("divides the whole by zone whatever the sex and age asked for", async () => {
    await endReference();
    await addCell(10, "female", 35, "knee");
    await addCell(10, "male", 45, "knee");
    const viewer = await addPerson("Viewer");
    const result = await meansByZone(viewer, of(everyone, { sex: "female", ageBands: ["30-39"] }), "speed");
    expect(result?.zones).toMatchObject([{ zone: "knee", people: 20 }]);
  });

  it("hides small bins of a histogram and tells no empty one from them", async () => {
    await endReference();
    const people = await addPeople(60, (index) => at("female", 35, "none", index < 57 ? 1.2 + (index % 19) / 1000 : 1.6 + index / 100));
    await consentToReference(people);
    const result = await histogram(await addPerson("Viewer"), of(everyone), "speed", { scale: 1, decimals: 2 });
    expect(result?.openEnded).toBe(true);
    expect(result?.bins.at(-1)?.to).toBeLessThan(1.9);
    const counts = result?.series[0]?.counts ?? [];
    expect(counts.length).toBeGreaterThan(0);
    for (const count of counts) expect(count === null || (count >= 5 && count % 5 === 0)).toBe(true);
  });
});

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, value) => sum + (value - average(values)) ** 2, 0) / (values.length - 1));

function pearson(xs: readonly number[], ys: readonly number[]): number {
  const [x, y] = [average(xs), average(ys)];
  const products = (one: readonly number[], mean: number, other: readonly number[], otherMean: number) =>
    one.reduce((sum, value, index) => sum + (value - mean) * ((other[index] ?? 0) - otherMean), 0);
  return products(xs, x, ys, y) / Math.sqrt(products(xs, x, xs, x) * products(ys, y, ys, y));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (place - Math.floor(place)) * (high - low);
}
