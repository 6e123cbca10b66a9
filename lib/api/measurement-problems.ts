import "server-only";
import { dictionary } from "@/lib/measurements/dictionary";
import { type MeasurementError, parseMeasurements } from "@/lib/measurements/schema";
import type { Protocol } from "@/lib/measurements/vocabulary";
import type { FieldProblem } from "./problem";
import { pointer } from "./validate";

/** What the dictionary says against values by column: ranges of the protocol, sides, contradictions. `at` is where they stand. */
export function measurementProblems(values: Readonly<Record<string, unknown>>, protocol: Protocol, at: readonly string[]): FieldProblem[] {
  const parsed = parseMeasurements(values, protocol);
  return parsed.ok ? [] : problemsOf(parsed.error, protocol, at);
}

export function problemsOf(errors: readonly MeasurementError[], protocol: Protocol, at: readonly string[]): FieldProblem[] {
  return errors.map((error) => ({
    pointer: pointer(...at, error.column.slice(0, 100)),
    code: error.reason,
    detail: detailOf(error, protocol),
  }));
}

function detailOf({ code, reason, range, other }: MeasurementError, protocol: Protocol): string {
  const unit = code === null ? null : (dictionary.get(code)?.unit ?? null);
  switch (reason) {
    case "out_of_range":
      return `From ${range?.[0]} to ${range?.[1]}${unit === null ? "" : ` ${unit}`} for the protocol \`${protocol}\`.`;
    case "not_in_protocol":
      return `The protocol \`${protocol}\` does not measure it.`;
    case "excluded":
      return `Not present together with \`${other}\`.`;
    case "both_and_sides":
      return `One value for both sides beside \`${other}\`.`;
    case "no_side":
      return "The side does not fit this field.";
    case "not_a_number":
      return "A number is meant.";
    case "not_a_value":
      return "Not one of its words.";
    case "unknown_field":
      return "There is no field of this name.";
  }
}
