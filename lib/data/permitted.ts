import "server-only";
import { z } from "zod";
import type { Transaction } from "./database";
import { Sex } from "./generated/enums";
import { uuidOrNone } from "./ids";
import { type Access, mayAccess } from "./permissions";
import { holdRecord } from "./record-locks";
import type { Statements } from "./statements";
import type { Viewer } from "./viewer";

/** What the functions of lib/data need to know of an athlete. */
export const athleteSelect = { id: true, userId: true, name: true, birthDate: true, sex: true } as const;

const athleteRows = z.array(
  z.object({ id: z.guid(), userId: z.guid().nullable(), name: z.string(), birthDate: z.date(), sex: z.enum(Sex) }),
);

/** The athlete, or null where there is none whose record the viewer may `access`, as `client` (a transaction) sees it. */
export async function permittedAthlete(viewer: Viewer, athleteId: string, access: Access, client: Statements) {
  const rows = await client.$queryRaw`
    SELECT athlete."id", athlete."userId", athlete."name", athlete."birthDate", athlete."sex"::text FROM "Athlete" athlete
    WHERE athlete."id" = ${uuidOrNone(athleteId)}::uuid AND ${mayAccess(viewer, access)}`;
  const [athlete = null] = athleteRows.parse(rows);
  return athlete;
}

/** As {@link permittedAthlete}, and the record is held until the transaction ends. For whatever writes something that hangs on an athlete. */
export async function heldAthlete(viewer: Viewer, athleteId: string, access: Access, transaction: Transaction) {
  await holdRecord(transaction, viewer, athleteId);
  return permittedAthlete(viewer, athleteId, access, transaction);
}
