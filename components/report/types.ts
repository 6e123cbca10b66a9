import type { ZoneName } from "../charts/body/shapes";

/** Everything on the page, in words already. */
export type Report = {
  language: string;
  fileTitle: string;
  kind: string;
  person: readonly (readonly [label: string, text: string])[];
  title: string;
  lead?: string;
  age: { title: string; lower: number; upper: number; estimate: number; age: number; ageLabel: string; note: string } | null;
  injury: {
    title: string;
    sentence: string;
    /** 0 to 5 above its base rate; null where no model knows the zone. */
    zones: Readonly<Record<ZoneName, 0 | 1 | 2 | 3 | 4 | 5 | null>> | null;
    /** What hatching means; null where no zone is hatched. */
    hatched: string | null;
    bars: readonly { label: string; share: number; base: number; text: string }[];
    barsNote: string;
    note: string;
  } | null;
  reasons: readonly { title: string; rows: readonly { label: string; effect: string }[] }[];
  reasonsTitle: string;
  measured: {
    title: string;
    columns: readonly [what: string, both: string, left: string, right: string, difference: string];
    rows: readonly { id: string; cells: readonly [string, string, string, string, string] }[];
    /** Says how many did not find room; null for none. */
    more: (left: number) => string | null;
  };
  trend: {
    title: string;
    points: readonly { at: number; lower: number; upper: number; estimate: number }[];
    from: string;
    to: string;
  } | null;
  cautions: { title: string; lines: readonly string[] };
  models: string;
  foot: readonly [string, string];
};
