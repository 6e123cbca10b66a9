import { choices } from "@/lib/measurements/choices";
import { injury } from "@/lib/measurements/conditions";
import type { Bilingual } from "@/lib/measurements/vocabulary";
import { plainName } from "./names";

// Words a file may use for the values of facts and findings: ours, their labels in either language, and what is usual.

type Words = ReadonlyMap<string, string>;

const wordsOf = (labels: Readonly<Record<string, Bilingual>>, others: Readonly<Record<string, string>> = {}): Words =>
  new Map([
    ...Object.entries(labels).flatMap(([value, { en, es }]) => [value, en, es].map((word): [string, string] => [plainName(word), value])),
    ...Object.entries(others),
  ]);

export const factWords = {
  protocol: wordsOf(choices.protocol.labels, {
    walk: "walk",
    run: "run",
    running: "run",
    walking: "walk",
    marcha: "walk",
    andar: "walk",
    caminata: "walk",
    carrera: "run",
    treadmill: "run",
  }),
  reason: wordsOf(choices.reason.labels, {
    complaint: "complaint",
    "check up": "checkup",
    checkup: "checkup",
    molestia: "complaint",
    dolor: "complaint",
    lesion: "complaint",
    revision: "checkup",
  }),
  footwear: wordsOf(choices.footwear.labels),
  surface: wordsOf(choices.surface.labels),
  device: wordsOf(choices.device.labels),
  injured_joint: wordsOf(injury.region.labels, {
    pie: "foot",
    rodilla: "knee",
    tobillo: "ankle",
    pierna: "leg",
    cadera: "hip",
    muslo: "thigh",
    espalda: "back",
    ninguna: "none",
    ninguno: "none",
    no: "none",
    "sin lesion": "none",
  }),
  injury_location: wordsOf(injury.location.labels, { "no especificado": "unspecified", "sin especificar": "unspecified" }),
  injury_side: wordsOf(injury.side.labels, {
    l: "left",
    r: "right",
    izq: "left",
    izquierdo: "left",
    izquierda: "left",
    der: "right",
    derecho: "right",
    derecha: "right",
    dcho: "right",
    dcha: "right",
    both: "bilateral",
    ambos: "bilateral",
    "no especificado": "unspecified",
    "sin especificar": "unspecified",
  }),
} satisfies Record<string, Words>;

const findingWords: Words = new Map([
  ...["absent", "ausente", "negative", "negativo", "no"].map((word): [string, string] => [word, "absent"]),
  ...["present", "presente", "positive", "positivo", "yes", "si"].map((word): [string, string] => [word, "present"]),
]);

/** Our word for a fact's value; null where it is none that we know. */
export const factWord = (fact: keyof typeof factWords, text: string): string | null => factWords[fact].get(plainName(text)) ?? null;

/** A finding in the dictionary's words where the text is one of the usual ones; the text itself where not. */
export const findingWord = (text: string): string => findingWords.get(plainName(text)) ?? text;

const sexes: Readonly<Record<string, "female" | "male">> = {
  female: "female",
  f: "female",
  woman: "female",
  w: "female",
  mujer: "female",
  femenino: "female",
  male: "male",
  man: "male",
  h: "male",
  hombre: "male",
  varon: "male",
  v: "male",
  masculino: "male",
  // The original's code.
  "0": "female",
  "1": "male",
};

/** "M" is male beside "F" and mujer beside "H": what it means is a rule of the file. */
export function sexOf(text: string, m: "male" | "female" | null): "female" | "male" | null {
  const word = plainName(text);
  return word === "m" ? m : (sexes[word] ?? null);
}

/** What "M" means in a column of sexes; null where nothing tells. */
export function meaningOfM(texts: readonly string[]): "male" | "female" | null {
  const words = new Set(texts.map(plainName));
  if (words.has("f") || words.has("w")) return "male";
  return words.has("h") || words.has("v") ? "female" : null;
}
