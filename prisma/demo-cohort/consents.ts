import { database } from "@/lib/data/database";
import type { Prisma } from "@/lib/data/generated/client";
import { type Staff, teamIds } from "./people";
import type { PlannedAthlete } from "./plan";

const textVersion = "demo";
const minute = 60_000;

/** The consents an athlete's record begins with: the team that records, from just before the first visit, and one that looks. */
export function firstConsents(athlete: PlannedAthlete, staff: Staff): Prisma.ConsentCreateWithoutAthleteInput[] {
  const { team, sharedWith, account } = athlete;
  const grantedAt = new Date((athlete.visits[0]?.input.measuredAt.getTime() ?? Date.now()) - 10 * minute);
  const consent = (key: NonNullable<typeof team>, scope: "record" | "view") => ({
    team: { connect: { id: teamIds[key] } },
    scope,
    textVersion,
    grantedAt,
    // Who signs in said yes alone.
    ...(account === null && { obtainedBy: { connect: { id: staff[key].owner.userId } }, obtainedHow: "demo" }),
  });
  return [...(team === null ? [] : [consent(team, "record")]), ...(sharedWith === null ? [] : [consent(sharedWith, "view")])];
}

/** After the last visit the consent to record ends, where the athlete took it back or changed it to looking only. */
export async function settleConsents(athleteId: string, athlete: PlannedAthlete, staff: Staff): Promise<void> {
  const { team, standing, visits } = athlete;
  const last = visits.at(-1);
  if (team === null || standing === "record" || last === undefined) return;
  const changedAt = new Date(last.input.measuredAt.getTime() + 45 * minute);
  await database().$transaction(async (transaction) => {
    await transaction.consent.updateMany({ where: { athleteId, teamId: teamIds[team], revokedAt: null }, data: { revokedAt: changedAt } });
    if (standing === "revoked") return;
    const obtained = { obtainedById: staff[team].owner.userId, obtainedHow: "demo" };
    await transaction.consent.create({
      data: { athleteId, teamId: teamIds[team], scope: "view", textVersion, grantedAt: changedAt, ...obtained },
    });
  });
}
