import { createHash } from "node:crypto";
import type { Field, Range } from "@/lib/measurements/field-schema";
import { rangeOfColumn } from "@/lib/measurements/schema";
import { type Protocol, protocolSchema } from "@/lib/measurements/vocabulary";
import { suspectedUnit, unitsFor } from "./conversions";
import { mostSimilar, recognise, unitIn } from "./names";
import type { ColumnChoice } from "./plan";
import { codedTest, measuredField } from "./targets";
import type { SourceRow } from "./types";

/**
 * What each column of a file probably means, for a person to correct: as remembered for the same header, else by its name, else
 * by likeness. No two columns mean the same: the surer one keeps it. A unit comes from the header or, where the numbers fit no
 * other way, from the numbers.
 */
export function matchColumns(
  header: readonly string[],
  samples: readonly SourceRow[],
  { protocol = "walk", remembered = [] }: { protocol?: Protocol | "both"; remembered?: readonly ColumnChoice[] } = {},
): readonly ColumnChoice[] {
  const taken = new Set<string>();
  const known = new Map(remembered.map((choice) => [choice.source, choice]));
  const exact = header.map((source, index): ColumnChoice => {
    const before = known.get(source);
    if (before) return keepFirst({ ...before, index, recognised: "remembered" }, taken);
    const found = source === "" ? null : recognise(source);
    const named: ColumnChoice = { index, source, target: found?.target ?? null, unit: null, recognised: found?.recognised ?? null };
    return keepFirst(withUnit(named, samples, protocol), taken);
  });
  return exact.map((choice) => {
    if (choice.target !== null || choice.source === "" || known.has(choice.source) || taken.has(recognise(choice.source)?.target ?? ""))
      return choice;
    const target = mostSimilar(choice.source);
    if (target === null || taken.has(target)) return choice;
    taken.add(target);
    return withUnit({ ...choice, target, recognised: "similar" }, samples, protocol);
  });
}

/** Under which key the meaning of such a file's columns is remembered. */
export function headerKey(header: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(header)).digest("hex");
}

/** The texts of a column in the sample. */
export const textsOf = (samples: readonly SourceRow[], index: number): readonly string[] =>
  samples.flatMap(({ cells, problem }) => (problem ? [] : [cells[index] ?? ""]));

function keepFirst(choice: ColumnChoice, taken: Set<string>): ColumnChoice {
  if (choice.target === null) return choice;
  if (taken.has(choice.target)) return { ...choice, target: null, unit: null, recognised: null };
  taken.add(choice.target);
  return choice;
}

function withUnit(choice: ColumnChoice, samples: readonly SourceRow[], protocol: Protocol | "both"): ColumnChoice {
  const measured = choice.target === null || codedTest(choice.target) !== null ? null : measuredField(choice.target);
  if (measured === null) return choice;
  const { field, deviation } = measured;
  const { unit: written } = unitIn(choice.source);
  const possible = unitsFor(field, deviation);
  if (written !== null && possible.includes(written)) return { ...choice, unit: written };
  if (written !== null && written === field.unit) return choice;
  // Our own name means our own unit.
  if (choice.recognised === "name") return choice;
  const range = rangeIn(field, deviation, protocol);
  return range === null ? choice : { ...choice, unit: suspectedUnit(textsOf(samples, choice.index), field, range, deviation) };
}

/** From the least that one of the protocols takes to the most that another does. */
function rangeIn(field: Field, deviation: boolean, protocol: Protocol | "both"): Range | null {
  const wanted = protocol === "both" ? protocolSchema.options : [protocol];
  const ranges = wanted.flatMap((each) => [rangeOfColumn(field, deviation, each)].filter((range) => range !== null));
  return ranges.length === 0 ? null : [Math.min(...ranges.map(([least]) => least)), Math.max(...ranges.map(([, most]) => most))];
}
