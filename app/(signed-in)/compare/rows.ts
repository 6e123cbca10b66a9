import type { ComparedColumn, Comparison } from "@/lib/data/compare";
import { fieldsOf } from "@/lib/measurements/dictionary";
import { type Difference, fewestPeople, isComparable, type Judgement, judge, largestDifference } from "@/lib/measurements/judgement";
import type { Quantiles } from "@/lib/measurements/quantiles";
import { type Group, groupSchema } from "@/lib/measurements/vocabulary";
import { type MeasuredRow, measuredRows } from "../assessments/measured-rows";

/** One person's (or date's) value of one measurement. */
export type ComparedCell = {
  /** Null where it was not measured. */
  measured: MeasuredRow | null;
  /** The one value, or the mean of the sides that were measured; null for words and step-to-step deviations. */
  value: number | null;
  judgement: Judgement | null;
  percentile: number | null;
  /** People of the reference who have this measurement. */
  people: number;
};

export type ComparedRow = {
  id: string;
  row: Pick<MeasuredRow, "field" | "deviation">;
  cells: ComparedCell[];
  /** Null where fewer than two have a number. */
  difference: Difference | null;
};

export type ComparedGroup = { group: Group; rows: ComparedRow[] };

type Compared = Pick<Comparison, "protocol"> & { columns: readonly ComparedColumn[] };

/** What anybody has measured, by group in the form's order; what nobody has is left out. */
export function comparedRows({ protocol, columns }: Compared): ComparedGroup[] {
  const measured = columns.map(({ assessment }) => (assessment ? measuredRows(assessment.measurements, protocol) : []));
  return groupSchema.options.flatMap((group) => {
    const rowsOf = measured.map((groups) => groups.find((each) => each.group === group)?.rows ?? []);
    const found = new Map(rowsOf.flat().map((row) => [idOf(row), row]));
    const ordered = fieldsOf({ protocol, group }).flatMap((field) =>
      [false, true].flatMap((deviation) => found.get(idOf({ field, deviation })) ?? []),
    );
    const rows = ordered.map((row): ComparedRow => {
      const cells = columns.map((column, index) => cellOf(column, row, rowsOf[index] ?? [], protocol));
      const values = cells.map(({ value }) => value);
      return { id: idOf(row), row, cells, difference: row.deviation ? null : largestDifference(row.field.code, protocol, values) };
    });
    return rows.length > 0 ? [{ group, rows }] : [];
  });
}

const idOf = ({ field, deviation }: Pick<MeasuredRow, "field" | "deviation">): string => `${field.code}${deviation ? "_sd" : ""}`;

function cellOf(column: ComparedColumn, row: MeasuredRow, own: readonly MeasuredRow[], protocol: Comparison["protocol"]): ComparedCell {
  const { code } = row.field;
  const measured = own.find((each) => idOf(each) === idOf(row)) ?? null;
  const value = !row.deviation && isComparable(code) ? (column.assessment?.values.get(code) ?? null) : null;
  const place = column.places.get(code);
  if (value === null) return { measured, value, judgement: null, percentile: null, people: 0 };
  const earlier = column.earlier.flatMap(({ values }) => values.get(code) ?? []);
  const judgement = judge({ code, protocol, value, earlier, quantiles: place?.quantiles });
  return { measured, value, judgement, percentile: place?.percentile ?? null, people: place?.quantiles.n ?? 0 };
}

export type Counts = {
  /** Rows whose noise is known and of which at least two have a number. */
  judged: number;
  /** Of those, how many differ beyond it. */
  beyond: number;
  /** Rows with a difference whose noise is not known. */
  unknown: number;
  /** Values that are unusual for their person, and for the reference. */
  own: number;
  group: number;
};

/** What a comparison comes to in numbers, for its first sentence. What was only worked out from other values counts once, with them. */
export function countsOf(groups: readonly ComparedGroup[]): Counts {
  const rows = groups.flatMap((group) => group.rows).filter(({ cells }) => cells.some(({ measured }) => measured && !measured.derived));
  const differences = rows.flatMap(({ difference }) => difference ?? []);
  const judgements = rows.flatMap(({ cells }) => cells.flatMap(({ judgement }) => judgement ?? []));
  return {
    judged: differences.filter(({ beyond }) => beyond !== null).length,
    beyond: differences.filter(({ beyond }) => beyond === true).length,
    unknown: differences.filter(({ beyond }) => beyond === null).length,
    own: judgements.filter(({ own }) => own === "unusual").length,
    group: judgements.filter(({ group }) => group === "unusual").length,
  };
}

/** The reference of a measurement where all columns share one of enough people; undefined where each has their own, or none has. */
export function sharedReference(columns: readonly ComparedColumn[], code: string): (Quantiles & { p5: number; p95: number }) | undefined {
  const cells = new Set(columns.map(({ cell }) => (cell ? `${cell.sex} ${cell.ageBand}` : "all")));
  const quantiles = columns.flatMap(({ places }) => places.get(code)?.quantiles ?? [])[0];
  if (cells.size !== 1 || !quantiles || quantiles.n < fewestPeople) return undefined;
  const { p5, p95 } = quantiles;
  return p5 === null || p95 === null ? undefined : { ...quantiles, p5, p95 };
}

const firstShown = ["speed", "step_rate", "stride_length", "contact_time", "propulsive_force_peak"];

/** The measurement to look at closely: the one asked for, else the first of the usual ones that most have; null where none has a number. */
export function metricOf(groups: readonly ComparedGroup[], asked: string | undefined): { code: string | null; offered: string[] } {
  const rows = groups.flatMap((group) => group.rows).filter(({ cells }) => cells.some(({ value }) => value !== null));
  const offered = rows.map(({ row }) => row.field.code);
  if (asked !== undefined && offered.includes(asked)) return { code: asked, offered };
  const rank = ({ row }: ComparedRow) => firstShown.indexOf(row.field.code);
  const measured = ({ cells }: ComparedRow) => cells.filter(({ value }) => value !== null).length;
  const usual = rows.filter((row) => rank(row) >= 0).toSorted((one, other) => measured(other) - measured(one) || rank(one) - rank(other));
  return { code: (usual[0] ?? rows[0])?.row.field.code ?? null, offered };
}
