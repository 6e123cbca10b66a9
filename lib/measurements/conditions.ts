import { z } from "zod";
import { choices, type Option, optionsOf } from "./choices";
import { plainDate } from "./dates";
import { field } from "./dictionary";
import { parseNumber } from "./numbers";
import type { Bilingual, Locale } from "./vocabulary";

/** What an assessment records besides measurements: why, on what, in what shoes, and the complaint that brought the person. */

const injuryValues = (code: "injured_joint" | "injury_location" | "injury_side") => {
  const measured = field(code);
  if (measured.kind !== "enum") throw new Error(`${code} is no enumeration`);
  return { schema: z.enum(measured.values), labels: measured.valueLabels };
};

/** Region, location and side of the complaint, with the dictionary's values and labels. */
export const injury = {
  region: injuryValues("injured_joint"),
  location: injuryValues("injury_location"),
  side: injuryValues("injury_side"),
};

const footOnly = /^(plantar|dorsal)/;

const fits = (location: string, region: string): boolean => {
  if (location === "unspecified") return true;
  if (location === "lumbar") return region === "back";
  return region !== "none" && (region === "foot" || !footOnly.test(location));
};

/** The locations that make sense in a region: the lower back's only in the back, the sole's only in the foot, none without an injury. */
export const locationsOf = (region: string): readonly string[] =>
  Object.keys(injury.location.labels).filter((location) => fits(location, region));

/** A blank field of a form is missing, and text is a number wherever its decimal mark is. */
const blankIsMissing = (value: unknown): unknown =>
  value === null || (typeof value === "string" && value.trim() === "") ? undefined : value;
const textIsNumber = (value: unknown): unknown => {
  const given = blankIsMissing(value);
  if (typeof given !== "string") return given;
  const number = parseNumber(given);
  return number.ok ? number.value : given;
};

const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankIsMissing, schema.optional()).optional();
const optionalNumber = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(textIsNumber, schema.optional()).optional();

/** Percent, positive uphill. */
export const inclineRange = [-20, 20] as const;
/** Whole points: 0 none, 10 the worst imaginable. */
export const painRange = [0, 10] as const;

/** The conditions of an assessment, from a form, a CSV row or the API. Blank is missing. */
export const conditionsSchema = z
  .strictObject({
    protocol: choices.protocol.schema,
    reason: choices.reason.schema,
    footwear: optional(choices.footwear.schema),
    surface: optional(choices.surface.schema),
    inclinePercent: optionalNumber(z.number().min(inclineRange[0]).max(inclineRange[1])),
    device: optional(choices.device.schema),
    pain: optionalNumber(z.number().int().min(painRange[0]).max(painRange[1])),
    /** "YYYY-MM-DD". */
    painSince: optional(z.string().refine((text) => plainDate(text) !== null, "not a calendar date")),
    injuryRegion: optional(injury.region.schema),
    injuryLocation: optional(injury.location.schema),
    injurySide: optional(injury.side.schema),
  })
  .superRefine(({ injuryRegion = "none", injuryLocation, injurySide, pain, painSince }, context) => {
    const complain = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (injuryLocation !== undefined && !locationsOf(injuryRegion).includes(injuryLocation)) {
      complain("injuryLocation", injuryRegion === "none" ? "a location needs an injured region" : "not a location of that region");
    }
    if (injuryRegion === "none" && injurySide !== undefined && injurySide !== "unspecified") {
      complain("injurySide", "a side needs an injured region");
    }
    if (pain === 0 && painSince !== undefined) complain("painSince", "no pain has no beginning");
  });
export type Conditions = Readonly<z.infer<typeof conditionsSchema>>;

const conditionLabels = {
  protocol: { en: "Protocol", es: "Protocolo" },
  reason: { en: "Reason for coming", es: "Motivo de la visita" },
  footwear: { en: "Footwear", es: "Calzado" },
  surface: { en: "Surface", es: "Superficie" },
  inclinePercent: { en: "Incline (%)", es: "Inclinación (%)" },
  device: { en: "Measured with", es: "Medido con" },
  pain: { en: "Pain, 0 to 10", es: "Dolor, de 0 a 10" },
  painSince: { en: "Pain since", es: "Dolor desde" },
  injuryRegion: { en: "Affected region", es: "Región afectada" },
  injuryLocation: { en: "Where in the region", es: "Localización en la región" },
  injurySide: { en: "Side", es: "Lado" },
} satisfies Record<keyof Conditions, Bilingual>;

/** One condition as a form offers it; `options` is null for numbers and dates. */
export type ConditionField = { readonly name: keyof Conditions; readonly label: string; readonly options: readonly Option[] | null };

/** Every condition in the form's order, in one language: plain objects for a client component. */
export const conditionFields = (locale: Locale): readonly ConditionField[] => {
  const choice = (name: keyof Conditions, labels: Readonly<Record<string, Bilingual>> | null): ConditionField => ({
    name,
    label: conditionLabels[name][locale],
    options: labels === null ? null : optionsOf(labels, locale),
  });
  return [
    choice("protocol", choices.protocol.labels),
    choice("reason", choices.reason.labels),
    choice("footwear", choices.footwear.labels),
    choice("surface", choices.surface.labels),
    choice("inclinePercent", null),
    choice("device", choices.device.labels),
    choice("pain", null),
    choice("painSince", null),
    choice("injuryRegion", injury.region.labels),
    choice("injuryLocation", injury.location.labels),
    choice("injurySide", injury.side.labels),
  ];
};
