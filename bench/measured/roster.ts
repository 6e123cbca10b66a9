import {
  type RosterFilters,
  type RosterQuery,
  type RosterSort,
  readRoster,
  rosterSorts,
  searchRoster,
  usualDirection,
} from "@/lib/data/roster";
import type { Case, Measured } from "../types";

const limit = 50;
const none: RosterFilters = { sex: null, ageBand: null, zone: null, overdue: false, flagged: false };

const indexes: Readonly<Record<RosterSort, string>> = {
  name: "RosterEntry_teamId_searchName_athleteId_idx",
  last: "RosterEntry_teamId_lastMeasuredAt_athleteId_idx",
  age: "RosterEntry_teamId_ageGap_athleteId_idx",
  injury: "RosterEntry_teamId_injuryShare_athleteId_idx",
  change: "RosterEntry_teamId_changeSize_athleteId_idx",
  asymmetry: "RosterEntry_teamId_asymmetryPercent_athleteId_idx",
  due: "RosterEntry_teamId_dueOn_athleteId_idx",
};

const filtered: readonly [string, Partial<RosterFilters>][] = [
  ["women of 30 to 39", { sex: "female", ageBand: "30-39" }],
  ["knee", { zone: "knee" }],
  ["overdue", { overdue: true }],
  ["flagged", { flagged: true }],
];

/** Each order's first page and one four fifths down; filters; the search by name. */
export const measured: Measured = async ({ viewer, teamId, athletes }) => {
  const read = (sort: RosterSort, more: Partial<RosterQuery> = {}) =>
    readRoster(viewer, teamId, { sort, direction: usualDirection[sort], filters: none, limit, ...more });
  const cases: Case[] = [];
  for (const sort of rosterSorts) {
    const index = { statement: /ORDER BY part/, name: indexes[sort], table: "RosterEntry" };
    const above = await read(sort, { limit: Math.floor(0.8 * athletes) });
    const after = above?.next ?? undefined;
    cases.push({ name: `${sort}, first page`, ask: () => read(sort), index });
    cases.push({ name: `${sort}, late page`, ask: () => read(sort, { after }), index });
  }
  for (const [name, filters] of filtered) {
    cases.push({ name: `last, ${name}`, ask: () => read("last", { filters: { ...none, ...filters } }) });
  }
  return [...cases, { name: "search by name", ask: () => searchRoster(viewer, teamId, "mar") }];
};
