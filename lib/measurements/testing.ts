import fc from "fast-check";
import { columnName, columnsOf } from "./columns";
import { dictionary, rangeOf } from "./dictionary";
import fields from "./fields.json";
import { type Measurements, rangeOfColumn } from "./schema";
import { findingSchema, type Protocol } from "./vocabulary";

/** For tests only: arbitrary assessments, and a dictionary with one entry more. */

/** Valid measurements of a protocol, without the contradictions that several columns can make together. */
export const arbitraryMeasurements = (protocol: Protocol): fc.Arbitrary<Measurements> => {
  const columns = columnsOf(protocol).flatMap((column) => {
    const measured = dictionary.get(column.code);
    if (measured === undefined || (column.side === "both" && measured.sides !== "none")) return [];
    if (measured.kind === "finding") {
      const words = measured.excludes.length > 0 ? ["absent"] : findingSchema.options;
      return [{ name: columnName(column), value: fc.constantFrom<string | number>(...words) }];
    }
    if (measured.kind === "enum") return [{ name: columnName(column), value: fc.constantFrom<string | number>(...measured.values) }];
    const [min, max] = rangeOfColumn(measured, column.deviation, protocol) ?? rangeOf(measured, protocol) ?? [0, 1];
    return [{ name: columnName(column), value: fc.double({ min, max, noNaN: true }).map((value): string | number => value + 0) }];
  });
  return fc
    .subarray(columns)
    .chain((chosen) => fc.tuple(...chosen.map(({ name, value }) => value.map((drawn): [string, number | string] => [name, drawn]))))
    .map((pairs) => Object.fromEntries(pairs));
};

/** `fields.json` and one more field: what a clinic does to measure something new. */
export const oneMoreEntry = {
  ...fields,
  hip_drop: {
    group: "kinematics",
    kind: "number",
    label: { en: "Hip drop", es: "Caída de la cadera" },
    meaning: { en: "How far the free side of your pelvis drops in stance.", es: "Cuánto cae el lado libre de tu pelvis en el apoyo." },
    unit: "deg",
    sides: "each",
    range: { walk: [-15, 25], run: [-15, 30] },
    decimals: 1,
    quantity: null,
    scale: "interval",
    deviation: true,
    derived: null,
    keptIn: "measurement",
    instrument: { en: "motion capture", es: "captura de movimiento" },
    seedName: null,
    source: null,
  },
};
