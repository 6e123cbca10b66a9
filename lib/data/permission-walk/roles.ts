import { type Access, permissions, type TeamAccess } from "../permission-table";

// Everybody who may stand before a door, and what the table of permissions says of them.

export const roles = [
  "stranger",
  "person",
  "coach of another team",
  "viewing coach",
  "recording coach",
  "owner",
  "coach after withdrawal",
  "coach after removal",
] as const;
export type Role = (typeof roles)[number];

/** Names that only those who may view the records can know. */
export const secrets = { athlete: "Walk Athlete Secret", patient: "Walk Patient Secret", notes: "Walk Notes Secret" } as const;

/** What a door asks for: a line of the table, for the athlete with a sign-in, the patient without one, or the team. */
export type Needs = `athlete.${Access}` | `patient.${Access}` | `team.${TeamAccess}` | "a sign-in";

const standings: Record<Role, { athlete: readonly string[]; patient: readonly string[]; team: readonly string[] }> = {
  stranger: { athlete: [], patient: [], team: [] },
  person: { athlete: ["person"], patient: [], team: [] },
  "coach of another team": { athlete: [], patient: [], team: [] },
  "viewing coach": { athlete: ["viewingCoach"], patient: ["viewingCoach"], team: [] },
  "recording coach": { athlete: ["recordingCoach"], patient: ["recordingCoach", "recordingCoachOfPatient"], team: ["coach"] },
  owner: { athlete: ["recordingCoach"], patient: ["recordingCoach", "recordingCoachOfPatient"], team: ["owner"] },
  "coach after withdrawal": { athlete: [], patient: [], team: [] },
  "coach after removal": { athlete: [], patient: [], team: [] },
};

/** What the table of permissions says. */
export function isAllowed(role: Role, needs: Needs): boolean {
  if (needs === "a sign-in") return true;
  const [kind, access] = needs.split(".") as ["athlete" | "patient" | "team", string];
  const table: Record<string, readonly string[]> = kind === "team" ? permissions.team : permissions.athlete;
  return (table[access] ?? []).some((relation) => standings[role][kind].includes(relation));
}

/** Whether a role may know what a record says. */
export function mayKnow(role: Role, whose: "athlete" | "patient"): boolean {
  return isAllowed(role, `${whose}.view`);
}
