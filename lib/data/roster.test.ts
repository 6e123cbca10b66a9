import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ageBandOf } from "@/lib/measurements/age-bands";
import type { DatabaseAdapter } from "./adapter";
import { withdraw } from "./consents";
import { database } from "./database";
import { type RosterFilters, type RosterQuery, type RosterRow, readRoster, rosterSorts, searchRoster } from "./roster";
import { searchName } from "./search-name";
import { addConsent, addPatient, addPerson, addTeam, countQueries, openTestDatabase } from "./testing";
import type { Viewer } from "./viewer";

const today = "2026-11-25";
const everybody: RosterFilters = { sex: null, ageBand: null, zone: null, overdue: false, flagged: false };
const byName: RosterQuery = { sort: "name", direction: "up", filters: everybody, limit: 50 };

let close: () => Promise<void>;
let adapter: DatabaseAdapter;
beforeAll(async () => {
  ({ adapter, close } = await openTestDatabase());
});
afterAll(() => close());

type Line = { name: string; key: number | null; sex: "female" | "male"; birthDate: string; zone: string | null; due: string | null };

const lineArbitrary: fc.Arbitrary<Line> = fc.record({
  name: fc.constantFrom("Ana", "Álvaro", "íñigo", "Zoe", "ana", "Bea"),
  // Few values, so that many are alike; some have none.
  key: fc.option(fc.integer({ min: -2, max: 2 }), { nil: null }),
  sex: fc.constantFrom("female", "male"),
  birthDate: fc.constantFrom("1960-11-25", "1986-11-26", "1986-11-25", "1996-11-25", "1999-01-01", "2008-11-25"),
  zone: fc.constantFrom(null, "knee", "hip"),
  due: fc.constantFrom(null, "2026-11-24", "2026-11-25", "2027-03-01"),
});

async function addRoster(lines: readonly Line[]): Promise<{ coach: Viewer; teamId: string }> {
  const coach = await addPerson("Coach");
  const teamId = await addTeam([{ viewer: coach, role: "coach" }]);
  const athletes = await database().athlete.createManyAndReturn({
    data: lines.map(({ name, sex, birthDate }) => ({ name, sex, birthDate: new Date(birthDate) })),
    select: { id: true },
  });
  const ids = athletes.map(({ id }) => id);
  await database().consent.createMany({
    data: ids.map((athleteId) => ({ athleteId, teamId, scope: "view" as const, textVersion: "test" })),
  });
  await database().rosterEntry.createMany({
    data: lines.map(({ name, key, sex, birthDate, zone, due }, index) => ({
      teamId,
      athleteId: ids[index] ?? "",
      name,
      searchName: searchName(name),
      sex,
      birthDate: new Date(birthDate),
      lastMeasuredAt: key === null ? null : new Date(Date.UTC(2026, 5, 10 + key)),
      ageGap: key,
      injuryShare: key,
      injuryZone: zone,
      changeSize: key,
      asymmetryPercent: key,
      flags: key === null ? [] : ["change"],
      dueOn: due === null ? null : new Date(due),
      sparkline: [],
    })),
  });
  return { coach, teamId };
}

async function readAll(viewer: Viewer, teamId: string, query: RosterQuery): Promise<RosterRow[]> {
  const page = await readRoster(viewer, teamId, query, today);
  if (!page) return [];
  return page.next === null ? page.rows : [...page.rows, ...(await readAll(viewer, teamId, { ...query, after: page.next }))];
}

async function keyOf(sort: RosterQuery["sort"], { athleteId }: RosterRow): Promise<string | number | null> {
  const line = await database().rosterEntry.findFirstOrThrow({ where: { athleteId } });
  const values = { name: line.searchName, last: line.lastMeasuredAt?.getTime() ?? null, due: line.dueOn?.getTime() ?? null };
  return sort === "name" || sort === "last" || sort === "due" ? values[sort] : line.ageGap;
}

describe("a roster, a page at a time", () => {
  it.each(rosterSorts.flatMap((sort) => (["up", "down"] as const).map((direction) => ({ sort, direction }))))(
    "holds everybody once, by $sort $direction, those without a value last",
    async ({ sort, direction }) => {
      await fc.assert(
        fc.asyncProperty(fc.array(lineArbitrary, { maxLength: 13 }), fc.integer({ min: 1, max: 5 }), async (lines, limit) => {
          const { coach, teamId } = await addRoster(lines);
          const rows = await readAll(coach, teamId, { sort, direction, filters: everybody, limit });
          expect(rows.length).toBe(lines.length);
          expect(new Set(rows.map(({ athleteId }) => athleteId)).size).toBe(lines.length);
          const found = await Promise.all(rows.map((row) => keyOf(sort, row)));
          const known = found.filter((value) => value !== null);
          expect(found.slice(0, known.length)).toEqual(known);
          const sorted = known.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
          expect(known).toEqual(direction === "up" ? sorted : sorted.toReversed());
        }),
        { numRuns: 8 },
      );
    },
  );

  it("filters as it says, and counts what it lets through", async () => {
    const filtersArbitrary: fc.Arbitrary<RosterFilters> = fc.record({
      sex: fc.constantFrom(null, "female", "male"),
      ageBand: fc.constantFrom(null, "18-29", "30-39", "60-69"),
      zone: fc.constantFrom(null, "knee"),
      overdue: fc.boolean(),
      flagged: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(lineArbitrary, { maxLength: 12 }), filtersArbitrary, async (lines, filters) => {
        const { coach, teamId } = await addRoster(lines);
        const ageOf = ({ birthDate }: Line) => {
          const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
          return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
        };
        const expected = lines.filter(
          (line) =>
            (filters.sex === null || line.sex === filters.sex) &&
            (filters.ageBand === null || ageBandOf(ageOf(line))?.key === filters.ageBand) &&
            (filters.zone === null || line.zone === filters.zone) &&
            (!filters.overdue || (line.due !== null && line.due < today)) &&
            (!filters.flagged || line.key !== null),
        );
        const page = await readRoster(coach, teamId, { ...byName, filters }, today);
        expect(page?.rows.map(({ name }) => name).toSorted()).toEqual(expected.map(({ name }) => name).toSorted());
        expect([page?.matching, page?.total]).toEqual([expected.length, lines.length]);
      }),
      { numRuns: 40 },
    );
  });

  it("begins anew where the athlete after whom it should go on has left", async () => {
    const { coach, teamId } = await addRoster([{ name: "Ana", key: 1, sex: "female", birthDate: "1990-01-01", zone: null, due: null }]);
    const page = await readRoster(coach, teamId, { ...byName, after: "00000000-0000-4000-8000-000000000000" }, today);
    expect(page?.rows.map(({ name }) => name)).toEqual(["Ana"]);
  });

  it("leaves who withdrew with the very next request, though the line were still there", async () => {
    const coach = await addPerson("Coach");
    const ana = await addPerson("Ana");
    const teamId = await addTeam([{ viewer: coach, role: "coach" }]);
    await addConsent(ana.athleteId, teamId, "view");
    const line = { teamId, athleteId: ana.athleteId, name: "Ana", searchName: "ana", sex: "female" as const };
    await database().rosterEntry.create({ data: { ...line, birthDate: new Date("1982-05-17"), sparkline: [] } });
    expect((await readRoster(coach, teamId, byName, today))?.rows).toHaveLength(1);
    await withdraw(ana, teamId);
    await database().rosterEntry.create({ data: { ...line, birthDate: new Date("1982-05-17"), sparkline: [] } });
    expect(await readRoster(coach, teamId, byName, today)).toMatchObject({ rows: [], matching: 0, total: 0 });
    expect(await searchRoster(coach, teamId, "ana")).toEqual([]);
  });

  it("is nobody's who does not work in the team", async () => {
    const { teamId } = await addRoster([]);
    const stranger = await addPerson("Stranger");
    expect(await readRoster(stranger, teamId, byName, today)).toBeNull();
    expect(await searchRoster(stranger, teamId, "a")).toBeNull();
    expect(await readRoster(stranger, "no id", byName, today)).toBeNull();
  });
});

describe("a search", () => {
  it("finds names and identifiers whatever their case and accents, and takes signs as they are", async () => {
    const { coach, teamId } = await addRoster([]);
    for (const name of ["Íñigo Pérez", "Ana 100%", "Bea_Sol"]) {
      const athleteId = await addPatient(teamId, { name });
      await database().rosterEntry.create({
        data: {
          teamId,
          athleteId,
          name,
          searchName: searchName(name),
          identifier: `ID-${name.slice(0, 1)}`,
          sex: "male",
          birthDate: new Date("1975-04-02"),
          sparkline: [],
        },
      });
    }
    const found = async (text: string) => (await searchRoster(coach, teamId, text))?.map(({ name }) => name);
    expect(await found("inigo p")).toEqual(["Íñigo Pérez"]);
    expect(await found("PÉREZ")).toEqual(["Íñigo Pérez"]);
    expect(await found("id-b")).toEqual(["Bea_Sol"]);
    expect(await found("%")).toEqual(["Ana 100%"]);
    expect(await found("_")).toEqual(["Bea_Sol"]);
    expect(await found("\\")).toEqual([]);
  });
});

it("asks the same number of queries of five athletes as of two hundred", async () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index): Line => {
      return { name: `Name ${index}`, key: index % 7, sex: "male", birthDate: "1990-01-01", zone: null, due: null };
    });
  const [few, many] = [await addRoster(lines(5)), await addRoster(lines(200))];
  const queriesOf = await countQueries(adapter);
  const asked = ({ coach, teamId }: typeof few) => queriesOf(() => readRoster(coach, teamId, { ...byName, sort: "age" }, today));
  const atFive = await asked(few);
  expect(atFive).toBeLessThanOrEqual(7);
  expect(await asked(many)).toBe(atFive);
});
