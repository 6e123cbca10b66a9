import "server-only";
import { database } from "./database";
import { dateText } from "./model-columns";
import { permittedAthletes } from "./permissions";
import type { Viewer } from "./viewer";

export type Athlete = { id: string; name: string; birthDate: string; sex: "female" | "male" };

/** The viewer's own record; null until they have stated it. */
export async function readOwnAthlete(viewer: Viewer): Promise<Athlete | null> {
  const row = await database().athlete.findFirst({
    where: permittedAthletes(viewer, "own"),
    select: { id: true, name: true, birthDate: true, sex: true },
  });
  return row && { ...row, birthDate: dateText(row.birthDate) };
}
