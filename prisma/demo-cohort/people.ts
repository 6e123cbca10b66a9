import { processingTextVersion } from "@/lib/auth/consent";
import { database } from "@/lib/data/database";
import type { Viewer } from "@/lib/data/viewer";
import { type DemoPerson, demoPeople } from "../demo-accounts";
import type { TeamKey } from "./plan";

/** Fixed, so that a run that was killed finds again what it left. */
export const teamIds: Record<TeamKey, string> = {
  club: "019ab000-0000-7000-8000-00000000c10b",
  clinic: "019ab000-0000-7000-8000-00000000c11c",
};

const teams = {
  club: { name: "Club Ribera (demo)", owner: "clubOwner", coach: { name: "Mario Compás", email: "mario@demo.marcha.example" } },
  clinic: { name: "Clínica Alameda (demo)", owner: "clinicOwner", coach: { name: "Vera Llano", email: "vera@demo.marcha.example" } },
} as const satisfies Record<TeamKey, { name: string; owner: DemoPerson; coach: { name: string; email: string } }>;

export const signInEmails: readonly string[] = Object.values(demoPeople).map(({ email }) => email);
/** The second coaches cannot sign in: they are there so that a team has more than its owner. */
export const demoEmails: readonly string[] = [...signInEmails, ...Object.values(teams).map(({ coach }) => coach.email)];

export type Staff = Record<TeamKey, { readonly owner: Viewer; readonly coach: Viewer }>;
export type Accounts = Record<DemoPerson, Viewer>;

/** Every user, without a password: nobody signs in before the demo is complete. */
export async function createUsers(): Promise<{ accounts: Accounts; staff: Staff }> {
  const accounts = {
    runner: await createUser(demoPeople.runner),
    patient: await createUser(demoPeople.patient),
    newcomer: await createUser(demoPeople.newcomer),
    clubOwner: await createUser(demoPeople.clubOwner),
    clinicOwner: await createUser(demoPeople.clinicOwner),
  };
  const staff = { club: await createTeam("club", accounts), clinic: await createTeam("clinic", accounts) };
  return { accounts, staff };
}

async function createTeam(key: TeamKey, accounts: Accounts): Promise<Staff[TeamKey]> {
  const team = teams[key];
  const owner = accounts[team.owner];
  const coach = await createUser(team.coach);
  const memberships = [
    { userId: owner.userId, role: "owner" as const },
    { userId: coach.userId, role: "coach" as const },
  ];
  await database().team.create({ data: { id: teamIds[key], name: team.name, memberships: { create: memberships } } });
  return { owner, coach };
}

async function createUser({ email, name }: { email: string; name: string }): Promise<Viewer> {
  const { id } = await database().user.create({
    data: { email, name, processingConsents: { create: { textVersion: processingTextVersion } } },
    select: { id: true },
  });
  return { userId: id, name, email, athleteId: null };
}
