import "server-only";
import type { Transaction } from "./database";
import { uuidOrNone } from "./ids";
import { type Access, permittedAthletes } from "./permissions";
import type { Viewer } from "./viewer";

/** What the functions of lib/data need to know of an athlete. */
export const athleteSelect = { id: true, userId: true, name: true, birthDate: true, sex: true } as const;

/** The athlete, or null where there is none whose record the viewer may `access`, as `client` (a transaction) sees it. */
export async function permittedAthlete(viewer: Viewer, athleteId: string, access: Access, client: Transaction) {
  return client.athlete.findFirst({
    where: { AND: [{ id: uuidOrNone(athleteId) }, permittedAthletes(viewer, access)] },
    select: athleteSelect,
  });
}

/**
 * As {@link permittedAthlete}, and the record stays where it is until the transaction ends: a merge waits, or was before this
 * and is seen. For whatever writes something that hangs on an athlete.
 */
export async function heldAthlete(viewer: Viewer, athleteId: string, access: Access, transaction: Transaction) {
  await transaction.$queryRaw`SELECT 1 FROM "Athlete" WHERE "id" = ${uuidOrNone(athleteId)}::uuid FOR KEY SHARE`;
  return permittedAthlete(viewer, athleteId, access, transaction);
}
