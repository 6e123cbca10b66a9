import { Temporal } from "temporal-polyfill";
import { hashPassword } from "@/lib/auth/password";
import { record } from "@/lib/data/assessments";
import { database } from "@/lib/data/database";
import { refreshRoster } from "@/lib/data/summaries";
import type { Viewer } from "@/lib/data/viewer";
import { demoPassword } from "../demo-accounts";
import { timeZone } from "./calendar";
import { planCohort } from "./cohort";
import { firstConsents, settleConsents } from "./consents";
import { writeFollowUp } from "./follow-up";
import { type Accounts, createUsers, demoEmails, type Staff, signInEmails, teamIds } from "./people";
import type { PlannedAthlete, PlannedVisit } from "./plan";

type Options = {
  /** Athletes without a sign-in; the usual number where left out. */
  readonly size?: number;
  readonly onProgress?: (done: number, total: number) => void;
};

/**
 * Fills the database with the demo's people, once. What makes it finished is the passwords, set last: a run that was killed
 * leaves people who cannot sign in, and the next run removes them and begins again.
 */
export async function seedDemo({ size, onProgress }: Options = {}): Promise<"seeded" | "already_there"> {
  const finished = await database().user.count({ where: { email: { in: [...signInEmails] }, passwordHash: { not: null } } });
  if (finished > 0) return "already_there";
  await removeUnfinished();

  const athletes = planCohort(Temporal.Now.plainDateISO(timeZone), size);
  const { accounts, staff } = await createUsers();
  for (const [index, athlete] of athletes.entries()) {
    await writeAthlete(athlete, index, accounts, staff);
    onProgress?.(index + 1, athletes.length);
  }
  const passwordHash = await hashPassword(demoPassword);
  await database().user.updateMany({ where: { email: { in: [...signInEmails] } }, data: { passwordHash } });
  return "seeded";
}

/** Audit events stay: they are append-only, and outlive what they name. */
async function removeUnfinished(): Promise<void> {
  const teamId = { in: Object.values(teamIds) };
  await database().$transaction([
    database().athlete.deleteMany({ where: { userId: null, consents: { some: { teamId }, every: { teamId } } } }),
    database().team.deleteMany({ where: { id: teamId } }),
    database().user.deleteMany({ where: { email: { in: [...demoEmails] } } }),
  ]);
}

async function writeAthlete(athlete: PlannedAthlete, index: number, accounts: Accounts, staff: Staff): Promise<void> {
  const { identifier, name, sex, account } = athlete;
  const { id } = await database().athlete.create({
    data: {
      identifier,
      name,
      sex,
      birthDate: new Date(athlete.birthDate),
      userId: account && accounts[account].userId,
      consents: { create: firstConsents(athlete, staff) },
    },
    select: { id: true },
  });
  for (const visit of athlete.visits) {
    const result = await record(recorder(visit, athlete, accounts, staff), { ...visit.input, athleteId: id });
    if (!result.ok) throw new Error(`${identifier} could not be recorded: ${result.error.reason}`);
  }
  await settleConsents(id, athlete, staff);
  await writeFollowUp(id, athlete, index, staff);
  await database().$transaction((transaction) => refreshRoster(transaction, id));
}

function recorder({ recordedBy }: PlannedVisit, { account, team, identifier }: PlannedAthlete, accounts: Accounts, staff: Staff): Viewer {
  const viewer = recordedBy === "athlete" ? account && accounts[account] : team && staff[team][recordedBy];
  if (viewer === null) throw new Error(`Nobody can record for ${identifier}`);
  return viewer;
}
