import { z } from "zod";
import { type Bilingual, type Locale, protocolSchema } from "./vocabulary";

/** The words an assessment's conditions may take, with their labels. Imports no field: a browser may use it. */

type Choices<Value extends string> = { readonly schema: z.ZodType<Value>; readonly labels: Readonly<Record<Value, Bilingual>> };

/** A choice as a form offers it, in one language. */
export type Option = { readonly value: string; readonly label: string };

/** The choices of a set of labels, in order, in one language. */
export const optionsOf = (labels: Readonly<Record<string, Bilingual>>, locale: Locale): readonly Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label: label[locale] }));

const protocol = {
  schema: protocolSchema,
  labels: { walk: { en: "Walking", es: "Caminar" }, run: { en: "Running", es: "Correr" } },
} satisfies Choices<string>;

/** Why the person came: decides which prior the injury figures assume. */
const reason = {
  schema: z.enum(["complaint", "checkup"]),
  labels: {
    complaint: { en: "A complaint", es: "Por una molestia" },
    checkup: { en: "A check-up", es: "Por revisión" },
  },
} satisfies Choices<string>;

const footwear = {
  schema: z.enum(["barefoot", "socks", "minimal", "neutral_shoe", "stability_shoe", "orthopaedic", "other"]),
  labels: {
    barefoot: { en: "Barefoot", es: "Descalzo" },
    socks: { en: "Socks", es: "Calcetines" },
    minimal: { en: "Minimal shoe", es: "Zapatilla minimalista" },
    neutral_shoe: { en: "Neutral shoe", es: "Zapatilla neutra" },
    stability_shoe: { en: "Stability shoe", es: "Zapatilla con control de pronación" },
    orthopaedic: { en: "Orthopaedic shoe", es: "Calzado ortopédico" },
    other: { en: "Other", es: "Otro" },
  },
} satisfies Choices<string>;

const surface = {
  schema: z.enum(["treadmill", "track", "road", "indoor_floor", "trail", "grass", "other"]),
  labels: {
    treadmill: { en: "Treadmill", es: "Cinta" },
    track: { en: "Running track", es: "Pista de atletismo" },
    road: { en: "Road", es: "Asfalto" },
    indoor_floor: { en: "Indoor floor", es: "Suelo interior" },
    trail: { en: "Trail", es: "Sendero" },
    grass: { en: "Grass", es: "Césped" },
    other: { en: "Other", es: "Otra" },
  },
} satisfies Choices<string>;

const device = {
  schema: z.enum(["foot_pods", "motion_capture", "force_plate", "pressure_plate", "watch", "stopwatch", "other"]),
  labels: {
    foot_pods: { en: "Foot sensors", es: "Sensores de pie" },
    motion_capture: { en: "Motion capture", es: "Captura de movimiento" },
    force_plate: { en: "Force plate or instrumented treadmill", es: "Plataforma de fuerza o cinta instrumentada" },
    pressure_plate: { en: "Pressure plate", es: "Plataforma de presiones" },
    watch: { en: "Watch", es: "Reloj" },
    stopwatch: { en: "Stopwatch", es: "Cronómetro" },
    other: { en: "Other", es: "Otro" },
  },
} satisfies Choices<string>;

/** Each condition whose answer is one of a few words: its schema and its labels, in the order of a form. */
export const choices = { protocol, reason, footwear, surface, device };

/** The zones of the body figure, from the top down; `none` is no injury. */
export const zones = ["back", "hip", "thigh", "knee", "leg", "ankle", "foot"] as const;
export type Zone = (typeof zones)[number];
