import { afterAll, beforeAll, expect, it } from "vitest";
import { passwordMatches } from "@/lib/auth/password";
import { database } from "@/lib/data/database";
import { openTestDatabase } from "@/lib/data/testing";
import { emailSchema } from "@/lib/data/users";
import { demoAccounts, demoPassword } from "../demo-accounts";
import { demoEmails, signInEmails } from "./people";
import { seedDemo } from "./seed";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const counts = async () => ({
  users: await database().user.count(),
  teams: await database().team.count(),
  memberships: await database().membership.count(),
  athletes: await database().athlete.count(),
  consents: await database().consent.count(),
  revoked: await database().consent.count({ where: { revokedAt: { not: null } } }),
  assessments: await database().assessment.count(),
  measurements: await database().measurement.count(),
});

it("fills in once, however often it runs and wherever it was killed", async () => {
  // What is not the demo's stays, also where a run is begun again.
  await database().athlete.create({
    data: { name: "Someone else", identifier: "DEMO-001", birthDate: new Date("1980-01-01"), sex: "male" },
  });
  const killed = seedDemo({
    size: 9,
    onProgress: (done) => {
      if (done === 8) throw new Error("killed");
    },
  });
  await expect(killed).rejects.toThrow("killed");
  expect(await database().user.count({ where: { passwordHash: { not: null } } })).toBe(0);

  expect(await seedDemo({ size: 9 })).toBe("seeded");
  const first = await counts();
  expect(first).toMatchObject({ users: 7, teams: 2, memberships: 4, athletes: 9 + 5 + 1, revoked: 2 });
  expect(await seedDemo({ size: 9 })).toBe("already_there");
  expect(await counts()).toEqual(first);
}, 120_000);

it("lets everybody that the demo lists sign in, and nobody else", async () => {
  const users = await database().user.findMany({ select: { email: true, passwordHash: true } });
  const able = users.filter(({ passwordHash }) => passwordHash !== null);
  expect(able.map(({ email }) => email).sort()).toEqual(demoAccounts.map(({ email }) => email).sort());
  expect(signInEmails).toEqual(demoAccounts.map(({ email }) => email));
  expect(await passwordMatches(able[0]?.passwordHash ?? null, demoPassword)).toBe(true);
  for (const email of demoEmails) expect(emailSchema.parse(email)).toBe(email);
});

it("says who obtained the consent of those without a sign-in", async () => {
  const consents = await database().consent.findMany({ include: { athlete: true } });
  for (const { athlete, obtainedHow, obtainedById } of consents) {
    expect(obtainedHow).toBe(athlete.userId === null ? "demo" : null);
    expect(obtainedById === null).toBe(athlete.userId !== null);
  }
});

it("gives each team a roster of who lets it look, and nobody else", async () => {
  const entries = await database().rosterEntry.findMany({ select: { athleteId: true, teamId: true, assessmentCount: true } });
  const standing = await database().consent.findMany({ where: { revokedAt: null }, select: { athleteId: true, teamId: true } });
  const keys = (rows: readonly { athleteId: string; teamId: string }[]) =>
    rows.map(({ athleteId, teamId }) => `${teamId} ${athleteId}`).sort();
  expect(keys(entries)).toEqual(keys(standing));
  expect(entries.length).toBeGreaterThan(9);
  expect(entries.every(({ assessmentCount }) => assessmentCount > 0)).toBe(true);
  expect(await database().assessmentSummary.count()).toBe(await database().assessment.count());
});

it("lets most be counted among everyone, and sets dates and notes where a team still looks", async () => {
  const athletes = await database().athlete.count({ where: { assessments: { some: {} } } });
  const counted = await database().referenceConsent.count({ where: { revokedAt: null } });
  expect(counted).toBeGreaterThan(athletes / 2);
  expect(counted).toBeLessThan(athletes + 1);
  const recalls = await database().recall.findMany({ include: { athlete: { include: { consents: true } } } });
  expect(recalls.length).toBeGreaterThan(0);
  for (const { teamId, athlete } of recalls) {
    expect(athlete.consents.some((consent) => consent.teamId === teamId && consent.revokedAt === null)).toBe(true);
  }
  expect(await database().note.count()).toBeGreaterThan(0);
});
