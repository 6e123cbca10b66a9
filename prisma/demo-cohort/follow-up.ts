import { Temporal } from "temporal-polyfill";
import { database } from "@/lib/data/database";
import { timeZone } from "./calendar";
import { type Staff, teamIds } from "./people";
import type { PlannedAthlete } from "./plan";
import { createRandom, type Random } from "./random";

// What a team does between visits, and the athlete's yes to being counted among everyone: drawn apart from the visits, so that
// neither moves the other.

const textVersion = "demo";
const minute = 60_000;

export type FollowUp = {
  /** Whether the athlete may be counted, without a name, among those others are compared with. */
  readonly reference: boolean;
  /** "YYYY-MM-DD"; null where the team set no date. */
  readonly dueOn: string | null;
  readonly note: { readonly text: string; readonly visibleToAthlete: boolean } | null;
};

const notes = [
  { text: "Mantener los ejercicios de glúteo medio tres días por semana.", visibleToAthlete: true },
  { text: "Aumentar el volumen un 10 % a la semana como mucho.", visibleToAthlete: true },
  { text: "Repetir la evaluación con el calzado nuevo.", visibleToAthlete: true },
  { text: "Comentar el caso en la reunión del equipo.", visibleToAthlete: false },
  { text: "Comprobar el protocolo: la última vez llegó con prisa.", visibleToAthlete: false },
] as const;

/** The same athlete of the same cohort always gets the same. `index` is the place in the cohort. */
export function planFollowUp({ visits, team, standing }: PlannedAthlete, index: number): FollowUp {
  const random = createRandom(7_000 + index);
  const last = visits.at(-1);
  const looksAfter = team !== null && standing !== "revoked" && last !== undefined;
  return {
    reference: last !== undefined && random.chance(0.8),
    dueOn: looksAfter && random.chance(0.4) ? dueOn(last.input.measuredAt, random) : null,
    note: looksAfter && random.chance(0.25) ? random.pick(notes) : null,
  };
}

/** Eight to sixteen weeks after a visit. */
function dueOn(measuredAt: Date, random: Random): string {
  const day = Temporal.Instant.fromEpochMilliseconds(measuredAt.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  return day.add({ days: random.integer(56, 112) }).toString();
}

/** Writes what {@link planFollowUp} planned: the note and the date at the end of the last visit, by the team's owner. */
export async function writeFollowUp(athleteId: string, athlete: PlannedAthlete, index: number, staff: Staff): Promise<void> {
  const { reference, dueOn, note } = planFollowUp(athlete, index);
  const [first, last] = [athlete.visits[0]?.input.measuredAt, athlete.visits.at(-1)?.input.measuredAt];
  if (!first || !last) return;
  const { team } = athlete;
  await database().$transaction(async (transaction) => {
    if (reference) await transaction.referenceConsent.create({ data: { athleteId, textVersion, grantedAt: first } });
    if (team === null) return;
    const ours = { athleteId, teamId: teamIds[team] };
    const at = new Date(last.getTime() + 30 * minute);
    const author = staff[team].owner.userId;
    if (dueOn) await transaction.recall.create({ data: { ...ours, dueOn: new Date(dueOn), setById: author, setAt: at } });
    if (note) await transaction.note.create({ data: { ...ours, ...note, authorId: author, createdAt: at } });
  });
}
