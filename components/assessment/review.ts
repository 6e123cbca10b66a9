import { columnsOf, type EntrySide } from "./columns";
import { type FieldView, type FormValues, type Step, steps } from "./types";

export type ReviewLine = { column: string; field: FieldView; side: EntrySide; deviation: boolean; text: string };

/** The step on which a measured field stands. */
export function stepOfField({ group }: Pick<FieldView, "group">): Step {
  if (group === "body") return "body";
  return group === "clinical_test" ? "tests" : "gait";
}

/** What was measured, by step, in the form's order. */
export function reviewLines(fields: readonly FieldView[], values: FormValues): Map<Step, ReviewLine[]> {
  const lines = new Map<Step, ReviewLine[]>(steps.map((step) => [step, []]));
  for (const field of fields) {
    for (const place of columnsOf(field)) {
      const text = values[place.column]?.trim();
      if (text) lines.get(stepOfField(field))?.push({ ...place, field, text });
    }
  }
  return lines;
}
