import { columnName } from "@/lib/measurements/columns";
import { dictionary, type FieldCode, field } from "@/lib/measurements/dictionary";
import { type Measurements, rangeOfColumn } from "@/lib/measurements/schema";
import type { Protocol, Side } from "@/lib/measurements/vocabulary";

/** An assessment's values as they are filled in: kept inside the dictionary's ranges, with the digits an instrument reports. */
export type Sheet = {
  readonly one: (code: FieldCode, value: number) => void;
  /** Left and right, `half` to either side of the mean: positive where the left is larger. */
  readonly sides: (code: FieldCode, mean: number, half: number) => void;
  /** The step-to-step standard deviation of both sides. */
  readonly deviations: (code: FieldCode, mean: number, half: number) => void;
  readonly finding: (code: FieldCode, side: "left" | "right", present: boolean) => void;
  readonly measurements: () => Measurements;
};

export const createSheet = (protocol: Protocol): Sheet => {
  const values = new Map<string, number | string>();

  const put = (code: FieldCode, side: Side, value: number, deviation = false) => {
    const measured = field(code);
    const range = rangeOfColumn(measured, deviation, protocol);
    if (range === null || measured.kind !== "number") throw new Error(`${code} is no number of ${protocol}`);
    const within = Math.min(range[1], Math.max(range[0], value));
    const digits = measured.decimals + (deviation ? 2 : 1);
    values.set(columnName({ code, side, deviation }), Number(within.toFixed(digits)));
  };
  const both = (code: FieldCode, mean: number, half: number, deviation: boolean) => {
    put(code, "left", mean + half, deviation);
    put(code, "right", mean - half, deviation);
  };

  return {
    one: (code, value) => put(code, "both", value),
    sides: (code, mean, half) => both(code, mean, half, false),
    deviations: (code, mean, half) => both(code, mean, half, true),
    finding: (code, side, present) => {
      const measured = dictionary.get(code);
      if (measured?.kind !== "finding") throw new Error(`${code} is no finding`);
      values.set(columnName({ code, side, deviation: false }), present ? "present" : "absent");
    },
    measurements: () => Object.fromEntries(values),
  };
};
