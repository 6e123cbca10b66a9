import { columnName, columnsOfField, parseColumn } from "@/lib/measurements/columns";
import { type Conditions, conditionFields } from "@/lib/measurements/conditions";
import { dictionary } from "@/lib/measurements/dictionary";
import { unitSpelt } from "./conversions";
import { codedTargets, codedTest, type FactTarget, factTargets, measuredTargets } from "./targets";
import type { Recognition } from "./types";

// Under which names other systems and people write what the dictionary has.

/** Lower case, without accents and signs: "Tiempo de contacto (ms)_Izq." and "tiempo contacto izq" are near each other. */
export function plainName(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9%]+/g, " ")
    .trim();
}

/** A unit written behind the name in brackets: "Contact Time (ms)". Brackets that hold no unit belong to the name: "(FS->MP)". */
export function unitIn(name: string): { bare: string; unit: string | null } {
  const [whole, written] = /[([]([^()[\]]{1,16})[)\]]/.exec(name) ?? [];
  if (whole === undefined || written === undefined || !/^[\s\d]*[a-z%°/.²2]+(\s*(of|del?)\s+\w+)?\s*$/i.test(written)) {
    return { bare: name, unit: null };
  }
  return looksLikeUnit(written) ? { bare: name.replace(whole, " "), unit: unitSpelt(written) } : { bare: name, unit: null };
}

const units = new Set(
  "m/s km/h mph min/km min/mi cm m mm in ft kg lb g s ms deg rad deg/s rad/s % ratio steps/min strides/min steps/s kn/m n/m bw bw/s w years eu points kg/m2".split(
    " ",
  ),
);
const looksLikeUnit = (written: string): boolean => units.has(unitSpelt(written)) || /^%\s*(of|del?)\s/i.test(written.trim());

const sideWords: Readonly<Record<string, "left" | "right">> = {
  left: "left",
  l: "left",
  lt: "left",
  izquierda: "left",
  izquierdo: "left",
  izq: "left",
  izda: "left",
  izdo: "left",
  i: "left",
  right: "right",
  r: "right",
  rt: "right",
  derecha: "right",
  derecho: "right",
  der: "right",
  dcha: "right",
  dcho: "right",
  d: "right",
};
const deviationWords = new Set(["sd", "std", "stdev", "de", "dt", "desviacion"]);
/** Endings of the original's columns, and words that say nothing. */
const idle = new Set(["walk", "run", "avg", "average", "mean", "media", "de", "del", "la", "el"]);

/** The name without the words for side and deviation, and what they said. */
export function partsOf(plain: string): { stem: string; side: "left" | "right" | null; deviation: boolean } {
  const words = plain.split(" ");
  const last = words.at(-1) ?? "";
  const first = words[0] ?? "";
  const side = words.length > 1 ? (sideWords[last] ?? sideWords[first] ?? null) : null;
  const sideless = side === null ? words : sideWords[last] ? words.slice(0, -1) : words.slice(1);
  const deviation = sideless.length > 1 && deviationWords.has(sideless.at(-1) ?? "");
  const stem = (deviation ? sideless.slice(0, -1) : sideless).filter((word) => !idle.has(word)).join(" ");
  return { stem, side, deviation };
}

/** Names of facts as clinics and spreadsheets have them. */
const factNames: Readonly<Record<FactTarget, readonly string[]>> = {
  athlete: ["athlete", "athlete id or name", "patient", "paciente", "atleta", "deportista", "corredor", "runner", "subject", "sujeto"],
  measured_at: [
    "measured at",
    "date",
    "fecha",
    "measured on",
    "assessment date",
    "fecha de evaluacion",
    "fecha medicion",
    "datetime",
    "timestamp",
    "fecha y hora",
    "visit date",
  ],
  protocol: ["protocol", "protocolo", "activity", "actividad", "activity type", "walk or run", "sport"],
  athlete_id: ["athlete id"],
  identifier: [
    "identifier",
    "identificador",
    "id",
    "patient id",
    "code",
    "codigo",
    "historia",
    "nhc",
    "numero de historia",
    "subject id",
    "id paciente",
    "mrn",
  ],
  name: ["name", "nombre", "full name", "nombre completo", "nombre y apellidos", "athlete name", "patient name"],
  birth_date: ["birth date", "date of birth", "dob", "birthdate", "birthday", "fecha de nacimiento", "fecha nacimiento", "nacimiento"],
  age: ["age", "edad", "age years", "edad anos"],
  sex: ["sex", "sexo", "gender", "genero"],
  time_zone: ["time zone", "zona horaria", "timezone"],
  reason: ["reason", "motivo", "reason for coming", "motivo de la visita", "motivo de consulta"],
  footwear: ["footwear", "calzado", "shoes", "zapatillas"],
  surface: ["surface", "superficie"],
  incline_percent: ["incline percent", "incline", "inclinacion", "slope", "grade", "pendiente"],
  device: ["device", "dispositivo", "measured with", "medido con"],
  pain: ["pain", "dolor", "eva", "vas", "nprs"],
  pain_since: ["pain since", "dolor desde"],
  injured_joint: ["injured joint", "articulacion", "region", "injured region", "zona lesionada", "affected region"],
  injury_location: ["injury location", "localizacion", "location"],
  injury_side: ["injury side", "lado", "side", "injured side", "lado lesionado"],
  notes: ["notes", "notas", "observaciones", "comments", "comentarios", "remarks"],
};

/**
 * What foot-sensor systems and watches call the dictionary's fields, beside its own labels: RunScribe's metrics as its published
 * guides name them, and the names of Garmin's running dynamics.
 */
const sensorNames: Readonly<Record<string, readonly string[]>> = {
  speed: ["pace", "velocity", "gait speed", "walking speed", "velocidad", "ritmo", "avg speed", "average speed"],
  treadmill_speed: ["velocidad", "velocidad cinta"],
  step_rate: ["cadence", "cadencia", "steps per minute", "avg run cadence"],
  stride_length: ["stride", "longitud zancada", "avg stride length"],
  step_length: ["avg step length", "longitud paso"],
  contact_time: ["ground contact time", "gct", "stance time", "tiempo contacto con suelo", "avg ground contact time"],
  vertical_oscillation: ["avg vertical oscillation", "vo"],
  flight_ratio: ["flight"],
  impact_gs: ["impact", "impact g", "impacto"],
  braking_gs: ["braking", "braking g", "frenado"],
  shock: ["shock g"],
  footstrike_type: ["foot strike type", "footstrike", "fs type", "tipo pisada"],
  pronation_excursion_fs_mp: ["pronation excursion", "pronation"],
  max_pronation_velocity: ["max pronation velocity", "pronation velocity"],
  vertical_grf_rate: ["vertical grf rate", "vgrf rate"],
  total_force_rate: ["total force rate", "force rate"],
  power: ["avg power", "potencia", "form power"],
  leg_stiffness: ["leg spring stiffness", "lss", "leg stiffness"],
  height_cm: ["height", "altura", "talla", "estatura"],
  weight_kg: ["weight", "peso", "mass", "masa", "body mass"],
  shoe_size_eu: ["shoe size", "num calzado", "talla calzado", "numero calzado"],
  fpi_total: ["fpi", "fpi 6", "foot posture index", "fpi total"],
};

export type Known = { readonly target: string; readonly recognised: Exclude<Recognition, "remembered" | "person" | "similar"> };

/** Every stem we know, with where it leads for which side; the first to claim a name keeps it. */
const byName = new Map<string, Known>();
const stems = new Map<string, { readonly code: string; readonly recognised: Known["recognised"] }>();

const claim = (name: string, known: Known) => {
  if (name !== "" && !byName.has(name)) byName.set(name, known);
};
const claimStem = (name: string, code: string, recognised: Known["recognised"]) => {
  if (name !== "" && !stems.has(name)) stems.set(name, { code, recognised });
};

for (const target of [...factTargets, ...measuredTargets]) claim(plainName(target), { target, recognised: "name" });
for (const fact of factTargets) for (const name of factNames[fact]) claim(name, { target: fact, recognised: "label" });
const kept = dictionary.fields.filter(({ keptIn }) => keptIn === "measurement");
for (const measured of kept) {
  claimStem(plainName(measured.code), measured.code, "name");
  if (measured.seedName === null) continue;
  const plain = plainName(measured.seedName);
  if (measured.kind === "finding") claim(plain, { target: `${measured.code}:0-3`, recognised: "original" });
  else if (measured.sides !== "each") claim(plain, { target: measured.code, recognised: "original" });
}
for (const measured of kept) {
  for (const label of [measured.label.en, measured.label.es]) claimStem(partsOf(plainName(label)).stem, measured.code, "label");
  for (const name of sensorNames[measured.code] ?? []) claimStem(partsOf(name).stem, measured.code, "label");
}
// Last: without its ending the original's "velocidad_walk" (of the treadmill) is everybody's word for speed.
for (const measured of kept) {
  if (measured.seedName !== null) claimStem(partsOf(plainName(measured.seedName.replace("_{i,d}", ""))).stem, measured.code, "original");
}

const factOfCondition: Readonly<Record<keyof Conditions, FactTarget>> = {
  protocol: "protocol",
  reason: "reason",
  footwear: "footwear",
  surface: "surface",
  inclinePercent: "incline_percent",
  device: "device",
  pain: "pain",
  painSince: "pain_since",
  injuryRegion: "injured_joint",
  injuryLocation: "injury_location",
  injurySide: "injury_side",
};
for (const { name, label } of [...conditionFields("en"), ...conditionFields("es")])
  claim(plainName(label), { target: factOfCondition[name], recognised: "label" });

/** What a column of this name is, where the name says it. */
export function recognise(name: string): Known | null {
  const { bare } = unitIn(name);
  const plain = plainName(bare);
  const whole = byName.get(plainName(name)) ?? byName.get(plain);
  if (whole) return whole;
  const { stem, side, deviation } = partsOf(plain);
  const known = stems.get(stem);
  return known ? placed(known.code, side, deviation, known.recognised) : null;
}

/** The most similar name of ours, by the pairs of letters they share (Dice); null below two thirds. */
export function mostSimilar(name: string): string | null {
  const { stem, side, deviation } = partsOf(plainName(unitIn(name).bare));
  let best: { code: string; likeness: number } | null = null;
  for (const [known, { code }] of stems) {
    // Of two lengths this far apart even all letters of the shorter one are too few; a name may be as long as it likes.
    if (Math.min(stem.length, known.length) * 2 < Math.max(stem.length, known.length) - 1) continue;
    const likeness = likenessOf(stem, known);
    if (likeness > (best?.likeness ?? 2 / 3)) best = { code, likeness };
  }
  return best === null ? null : (placed(best.code, side, deviation, "label")?.target ?? null);
}

function placed(code: string, side: "left" | "right" | null, deviation: boolean, recognised: Known["recognised"]): Known | null {
  const target = columnName({ code, side: side ?? "both", deviation });
  if (parseColumn(target)) return { target, recognised };
  // A test without a side can only be the original's code.
  const coded = `${code}:0-3`;
  return side === null && !deviation && codedTargets.includes(coded) ? { target: coded, recognised } : null;
}

function likenessOf(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  if (pairs.length === 0 || others.length === 0) return 0;
  const left = [...others];
  const shared = pairs.filter((pair) => {
    const place = left.indexOf(pair);
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
  return (2 * shared.length) / (pairs.length + others.length);
}

const pairsOf = (text: string): readonly string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

/** All columns a field may stand in, for a person who chooses. */
export const targetsOfField = (code: string): readonly string[] => {
  const field = dictionary.get(code);
  return field === undefined
    ? []
    : [...columnsOfField(field).map(columnName), ...codedTargets.filter((target) => codedTest(target) === code)];
};
