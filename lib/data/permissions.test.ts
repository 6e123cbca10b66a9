import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "./database";
import { Prisma } from "./generated/client";
import { type Access, permissions } from "./permission-table";
import { coachedAthletes, coachedThrough, mayAccess, permittedAthletes, permittedTeams } from "./permissions";
import { addConsent, addPatient, addPerson, addTeam, openTestDatabase } from "./testing";
import type { Viewer } from "./viewer";

// Four ways to put one rule to the database, and the table itself, held together over worlds drawn at random.

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const index = (length: number) => fc.nat({ max: length - 1 });

const worlds = fc.record({
  memberships: fc.uniqueArray(fc.record({ person: index(3), team: index(3), role: fc.constantFrom("owner", "coach") }), {
    maxLength: 6,
    selector: ({ person, team }) => `${person} ${team}`,
  }),
  // A consent that stands is one of its kind; withdrawn ones lie around it.
  consents: fc.uniqueArray(
    fc.record({ athlete: index(5), team: index(3), scope: fc.constantFrom("view", "record"), revoked: fc.boolean() }),
    { maxLength: 10, selector: ({ athlete, team, scope, revoked }) => `${athlete} ${team} ${revoked ? scope : ""}` },
  ),
});

type WorldPlan = typeof worlds extends fc.Arbitrary<infer Plan> ? Plan : never;

/** Three people with a record of their own and two patients, in three teams. */
async function build({ memberships, consents }: WorldPlan) {
  const people = [await addPerson("One"), await addPerson("Two"), await addPerson("Three")];
  const teams: string[] = [];
  for (const team of [0, 1, 2]) {
    const members = memberships.filter((membership) => membership.team === team);
    teams.push(await addTeam(members.flatMap(({ person, role }) => people.slice(person, person + 1).map((viewer) => ({ viewer, role })))));
  }
  const nobody = await addTeam([]);
  const athletes = [...people.map(({ athleteId }) => athleteId), await addPatient(nobody), await addPatient(nobody)];
  for (const { athlete, team, scope, revoked } of consents) {
    await addConsent(athletes[athlete] ?? "", teams[team] ?? "", scope, revoked);
  }
  return { people, teams, athletes };
}

/** What the table says, reckoned from the plan alone. */
function expected(plan: WorldPlan, person: number, access: Access, team?: number): Set<number> {
  const works = (at: number) => plan.memberships.some((membership) => membership.person === person && membership.team === at);
  const relations: readonly string[] = permissions.athlete[access];
  const through = plan.consents.filter(
    (consent) => !consent.revoked && works(consent.team) && (team === undefined || consent.team === team),
  );
  return new Set([
    ...(relations.includes("person") ? [person] : []),
    ...through
      .filter(({ scope }) => relations.includes(scope === "view" ? "viewingCoach" : "recordingCoach"))
      .map(({ athlete }) => athlete),
    ...through
      .filter(({ scope, athlete }) => relations.includes("recordingCoachOfPatient") && scope === "record" && athlete > 2)
      .map(({ athlete }) => athlete),
  ]);
}

async function permitted(viewer: Viewer, access: Access, athletes: readonly string[], teamId?: string): Promise<Set<number>> {
  const where = { AND: [{ id: { in: [...athletes] } }, permittedAthletes(viewer, access, teamId)] };
  const rows = await database().athlete.findMany({ where, select: { id: true } });
  return new Set(rows.map(({ id }) => athletes.indexOf(id)));
}

async function permittedInSql(viewer: Viewer, access: Access, athletes: readonly string[]): Promise<Set<number>> {
  const rows = await database().$queryRaw<{ id: string; may: boolean | null }[]>`
    SELECT athlete."id"::text AS id, ${mayAccess(viewer, access)} AS may FROM "Athlete" athlete
    WHERE athlete."id" = ANY(${[...athletes]}::uuid[])`;
  expect(rows.filter(({ may }) => may === null)).toEqual([]);
  return new Set(rows.filter(({ may }) => may).map(({ id }) => athletes.indexOf(id)));
}

async function coached(viewer: Viewer, athletes: readonly string[], teamId?: string): Promise<Set<number>> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT athlete."id"::text AS id FROM "Athlete" athlete WHERE athlete."id" IN ${coachedAthletes(viewer, teamId)}`;
  return new Set(rows.map(({ id }) => athletes.indexOf(id)));
}

async function coachedRowByRow(viewer: Viewer, athletes: readonly string[], teamId: string): Promise<Set<number>> {
  const ids = Prisma.join(athletes.map((id) => Prisma.sql`(${id}::uuid, ${teamId}::uuid)`));
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT line."athleteId"::text AS id FROM (VALUES ${ids}) AS line ("athleteId", "teamId")
    WHERE ${coachedThrough(viewer, Prisma.sql`line`)}`;
  return new Set(rows.map(({ id }) => athletes.indexOf(id)));
}

it("agree with the table and with each other, whoever asks, through any team or one", async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (plan) => {
      const { people, teams, athletes } = await build(plan);
      for (const [person, viewer] of people.entries()) {
        for (const access of Object.keys(permissions.athlete) as Access[]) {
          expect(await permitted(viewer, access, athletes)).toEqual(expected(plan, person, access));
          expect(await permittedInSql(viewer, access, athletes)).toEqual(expected(plan, person, access));
        }
        const seen = new Set<number>();
        for (const [team, teamId] of teams.entries()) {
          const own = expected(plan, person, "own");
          const view = expected(plan, person, "view", team);
          expect(await permitted(viewer, "view", athletes, teamId)).toEqual(view);
          const asCoach = await coached(viewer, athletes, teamId);
          expect(asCoach).toEqual(await coachedRowByRow(viewer, athletes, teamId));
          expect(new Set([...asCoach, ...own])).toEqual(view);
          for (const athlete of asCoach) seen.add(athlete);
        }
        expect(await coached(viewer, athletes)).toEqual(seen);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

it("say which teams are one's own to see, invite to and manage", async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (plan) => {
      const { people, teams } = await build(plan);
      for (const [person, viewer] of people.entries()) {
        for (const access of ["view", "invite", "manage"] as const) {
          const rows = await database().team.findMany({ where: permittedTeams(viewer, access), select: { id: true } });
          const roles: readonly string[] = permissions.team[access];
          const own = plan.memberships.filter((membership) => membership.person === person && roles.includes(membership.role));
          expect(new Set(rows.map(({ id }) => teams.indexOf(id)))).toEqual(new Set(own.map(({ team }) => team)));
        }
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);
