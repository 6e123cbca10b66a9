import { z } from "zod";
import { type RosterDirection, type RosterFilters, type RosterSort, rosterSorts, usualDirection } from "@/lib/data/roster";
import { type AgeBandKey, ageBands } from "@/lib/measurements/age-bands";
import { zones } from "@/lib/measurements/choices";

/** What an address asks to see of a roster: never a name, for addresses are written down. */
export type RosterChoice = {
  team: string | null;
  sort: RosterSort;
  direction: RosterDirection;
  filters: RosterFilters;
  after: string | undefined;
};

const keys = ageBands.map(({ key }) => key) as [AgeBandKey, ...AgeBandKey[]];
const flag = z
  .literal("1")
  .transform(() => true)
  .catch(false);

const parametersSchema = z.object({
  team: z.guid().nullable().catch(null),
  sort: z.enum(rosterSorts).catch("last"),
  dir: z.enum(["up", "down"]).nullable().catch(null),
  sex: z.enum(["female", "male"]).nullable().catch(null),
  age: z.enum(keys).nullable().catch(null),
  zone: z.enum(zones).nullable().catch(null),
  overdue: flag,
  flagged: flag,
  after: z.guid().optional().catch(undefined),
});

/** Reads an address; what it does not understand is left out. */
export function parseRosterChoice(parameters: Readonly<Record<string, string | string[] | undefined>>): RosterChoice {
  const { team, sort, dir, sex, age, zone, overdue, flagged, after } = parametersSchema.parse(parameters);
  return { team, sort, direction: dir ?? usualDirection[sort], filters: { sex, ageBand: age, zone, overdue, flagged }, after };
}

/** The address of a choice with changes; whatever changes but the page itself begins at the first page. */
export function rosterAddress(choice: RosterChoice, changes: Partial<RosterChoice> = {}): string {
  const { team, sort, direction, filters, after } = { ...choice, after: undefined, ...changes };
  const entries = Object.entries({
    team,
    sort,
    dir: direction === usualDirection[sort] ? null : direction,
    sex: filters.sex,
    age: filters.ageBand,
    zone: filters.zone,
    overdue: filters.overdue ? "1" : null,
    flagged: filters.flagged ? "1" : null,
    after,
  }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `/athletes?${new URLSearchParams(entries)}`;
}

/** The choice that a press on an order's heading makes: that order, or the other way round where it is the present one. */
export function resorted(choice: RosterChoice, sort: RosterSort): Pick<RosterChoice, "sort" | "direction"> {
  if (choice.sort !== sort) return { sort, direction: usualDirection[sort] };
  return { sort, direction: choice.direction === "up" ? "down" : "up" };
}

export const noFilters: RosterFilters = { sex: null, ageBand: null, zone: null, overdue: false, flagged: false };
