import type { UnitPreferences } from "@/lib/measurements/unit-preferences";
import { fromEntry } from "@/lib/measurements/units";
import type { Protocol } from "@/lib/measurements/vocabulary";
import type { NumberView } from "./types";

/** Why an entry is not a value of its field; the key of its words in messages `assessment.errors`. */
export type EntryProblem = "notANumber" | "thousands" | "pace" | "feet" | "outOfRange" | "notInProtocol";
export type ProblemWords = (problem: EntryProblem, values: { range: string }) => string;

const wordsOfProblem = {
  empty: "notANumber",
  not_a_number: "notANumber",
  thousands_separator: "thousands",
  minutes_and_seconds: "pace",
  feet_and_inches: "feet",
} as const;

/** What is wrong with a text in a number's field, in words; null where nothing is. */
export function problemOfEntry(
  text: string,
  place: { field: NumberView; deviation: boolean; protocol: Protocol; preferences: UnitPreferences },
  words: ProblemWords,
): string | null {
  if (text.trim() === "") return null;
  const part = place.deviation && place.field.deviation ? place.field.deviation : place.field;
  const bounds = part.bounds[place.protocol];
  if (!bounds) return words("notInProtocol", { range: "" });
  const value = fromEntry(text, part.shown, place.preferences);
  if (!value.ok) return words(wordsOfProblem[value.error], { range: bounds.text });
  const outside = value.value < bounds.min || value.value > bounds.max;
  return outside ? words("outOfRange", { range: bounds.text }) : null;
}
