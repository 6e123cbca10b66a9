import { z } from "zod";
import {
  type BoxDivision,
  type Cohort,
  type CohortFilters,
  type CohortScope,
  type CohortZone,
  cohortZones,
  type Division,
  leastForCorrelation,
  mostCorrelated,
  takesPersonFilters,
} from "@/lib/data/cohort";
import { type AgeBandKey, ageBands } from "@/lib/measurements/age-bands";
import { plainDate } from "@/lib/measurements/dates";
import { field } from "@/lib/measurements/dictionary";
import type { UnitPreferences } from "@/lib/measurements/unit-preferences";
import { fromEntry, metricPreferences } from "@/lib/measurements/units";
import { type Protocol, protocolSchema } from "@/lib/measurements/vocabulary";

export const views = ["scatter", "means", "histogram", "boxes", "correlations"] as const;
export type View = (typeof views)[number];
const divisions: readonly BoxDivision[] = ["zone", "sex", "age"];
const colours = ["zone", "sex"] as const;
export type Colour = (typeof colours)[number];

/** What an address asks to see; null and empty where it does not say. */
export type Choice = {
  view: View;
  team: string | "all" | "everyone" | null;
  protocol: Protocol | null;
  zones: CohortZone[];
  sex: "female" | "male" | null;
  ageBands: AgeBandKey[];
  weight: CohortFilters["weight"];
  dates: CohortFilters["dates"];
  x: string | null;
  y: string | null;
  colour: Colour;
  by: BoxDivision;
  metrics: string[];
};

const one = <Value extends string>(values: readonly Value[]) =>
  z
    .enum(values as readonly [Value, ...Value[]])
    .nullable()
    .catch(null);
const text = z.string().nullable().catch(null);
const list = z.union([z.string().transform((only) => [only]), z.array(z.string())]).catch([]);
const keys: readonly AgeBandKey[] = ageBands.map(({ key }) => key);

const parametersSchema = z.object({
  view: z.enum(views).catch("scatter"),
  team: z
    .union([z.enum(["all", "everyone"]), z.guid()])
    .nullable()
    .catch(null),
  protocol: protocolSchema.nullable().catch(null),
  zone: list,
  sex: one(["female", "male"]),
  age: list,
  weightFrom: text,
  weightTo: text,
  mass: z.enum(["kg", "lb"]).catch("kg"),
  from: text,
  to: text,
  x: text,
  y: text,
  colour: z.enum(colours).catch("zone"),
  by: z.enum(divisions).catch("zone"),
  metric: list,
});

/** What the parameters of an address ask for; what is unknown there is as if it were not. Bounds the wrong way round are turned. */
export function parseChoice(parameters: unknown): Choice {
  const asked = parametersSchema.parse(typeof parameters === "object" && parameters !== null ? parameters : {});
  return {
    view: asked.view,
    team: asked.team,
    protocol: asked.protocol,
    zones: cohortZones.filter((zone) => asked.zone.includes(zone)),
    sex: asked.sex,
    ageBands: keys.filter((key) => asked.age.includes(key)),
    weight: inOrder(weightOf(asked.weightFrom, asked.mass), weightOf(asked.weightTo, asked.mass)),
    dates: inOrder(dateOf(asked.from), dateOf(asked.to)),
    x: asked.x,
    y: asked.y,
    colour: asked.colour,
    by: asked.by,
    metrics: [...new Set(asked.metric)],
  };
}

function weightOf(entry: string | null, mass: UnitPreferences["mass"]): number | null {
  if (entry === null) return null;
  const weight = field("weight_kg");
  if (weight.kind !== "number") return null;
  const read = fromEntry(entry, weight, { ...metricPreferences, mass });
  const [least, most] = weight.range.walk ?? [0, 0];
  return read.ok && read.value >= least && read.value <= most ? read.value : null;
}

/** Nobody here was measured before: and what the database would not take is no day. */
const earliestDay = "1900-01-01";

const dateOf = (entry: string | null): string | null =>
  entry !== null && plainDate(entry) !== null && entry >= earliestDay ? entry : null;

function inOrder<Value extends string | number>(from: Value | null, to: Value | null): { from: Value | null; to: Value | null } {
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to };
}

const usual: Record<Protocol, readonly string[]> = {
  walk: ["speed", "stride_length", "step_rate", "propulsive_force_peak", "vertical_force_second_peak", "contact_time"],
  run: ["speed", "step_rate", "stride_length", "total_force_rate", "contact_ratio", "impact_gs"],
};

/** The metrics a view draws: what was asked for where people have it, else what is usually looked at and enough have. */
export function chooseMetrics(
  choice: Pick<Choice, "x" | "y" | "metrics">,
  protocol: Protocol,
  measured: readonly { code: string; people: number }[],
): { x: string; y: string; metrics: string[] } | null {
  const offered = measured.map(({ code }) => code);
  const enough = measured.flatMap(({ code, people }) => (people >= leastForCorrelation ? [code] : []));
  const suggested = [...new Set([...usual[protocol].filter((code) => offered.includes(code)), ...enough, ...offered])];
  const [first] = suggested;
  if (first === undefined) return null;
  const has = (code: string | null): code is string => code !== null && offered.includes(code);
  const x = has(choice.x) ? choice.x : (suggested.find((code) => code !== choice.y) ?? first);
  const y = has(choice.y) && choice.y !== x ? choice.y : (suggested.find((code) => code !== x) ?? x);
  const asked = choice.metrics.filter(has);
  const metrics = (asked.length > 1 ? asked : enough.length > 1 ? suggested.filter((code) => enough.includes(code)) : suggested).slice(
    0,
    mostCorrelated,
  );
  return { x, y, metrics: offered.filter((code) => metrics.includes(code)) };
}

/** Whose numbers, where the address does not say: the one team of the viewer, all of them, or everyone. */
export function scopeOf(team: Choice["team"], teams: readonly { id: string }[]): CohortScope | "not found" {
  const [only, ...others] = teams;
  if (team === "everyone" || only === undefined)
    return team === null || team === "everyone" || team === "all" ? { kind: "everyone" } : "not found";
  if (team === "all") return { kind: "teams" };
  if (team !== null) return teams.some(({ id }) => id === team) ? { kind: "team", teamId: team } : "not found";
  return others.length === 0 ? { kind: "team", teamId: only.id } : { kind: "teams" };
}

/** The filters of a choice, without those that everyone cannot be filtered by. */
export function filtersOf(choice: Choice, protocol: Protocol, scope: CohortScope): CohortFilters {
  const { zones, sex, ageBands: bands, weight, dates } = choice;
  const none = { from: null, to: null };
  const open = scope.kind !== "everyone";
  return { protocol, sex, ageBands: bands, zones: open ? zones : [], weight: open ? weight : none, dates: open ? dates : none };
}

/** By what a view divides its people. */
export function divisionOf({ view, by }: Pick<Choice, "view" | "by">): Division {
  if (view === "means") return "zone";
  if (view === "histogram") return "values";
  return view === "boxes" ? by : null;
}

/** The cohort of a choice: without the filters that its view does not take of everyone. */
export function cohortOf(choice: Choice, protocol: Protocol, scope: CohortScope): Cohort {
  const filters = filtersOf(choice, protocol, scope);
  const narrows = takesPersonFilters({ scope, filters }, divisionOf(choice));
  return { scope, filters: narrows ? filters : { ...filters, sex: null, ageBands: [] } };
}

/** The address of a choice, with some of it changed. */
export function addressOf(choice: Choice, changes: Partial<Choice> = {}): string {
  const { zones, ageBands: bands, weight, dates, metrics, ...single } = { ...choice, ...changes };
  const entries: (readonly [string, string | number | null])[] = [
    ...Object.entries(single),
    ...zones.map((zone) => ["zone", zone] as const),
    ...bands.map((key) => ["age", key] as const),
    ["weightFrom", weight.from],
    ["weightTo", weight.to],
    ["from", dates.from],
    ["to", dates.to],
    ...metrics.map((code) => ["metric", code] as const),
  ];
  const parameters = new URLSearchParams(entries.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])));
  return `/cohort?${parameters}`;
}
