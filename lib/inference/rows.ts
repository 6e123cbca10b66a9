import "server-only";

/** Dictionary columns (`speed`, `contact_time_left`, …) with numbers in dictionary units and words for enumerations and findings. */
export type Columns = Readonly<Record<string, number | string>>;

/** A column by row: its numbers (a finding is 0 or 1), NaN where there is none, and its words, undefined where there is none. */
export type Column = { readonly numbers: readonly number[]; readonly words: readonly (string | undefined)[] };

/** Rows to be answered, taken apart into columns: every model then finds a column once for all of them. */
export type Rows = {
  readonly given: readonly Columns[];
  readonly columns: ReadonlyMap<string, Column>;
  /** A column that no row has. */
  readonly lacking: Column;
};

type Filling = { readonly numbers: number[]; readonly words: string[] };

/** Takes rows apart, once for all models that are asked with them. */
export function rowsOf(given: readonly Columns[]): Rows {
  const columns = new Map<string, Filling>();
  for (let row = 0; row < given.length; row++) {
    const values = given[row];
    for (const name in values) fill(columnOf(columns, name, given.length), row, values[name]);
  }
  return { given, columns, lacking: emptyColumn(given.length) };
}

function columnOf(columns: Map<string, Filling>, name: string, rows: number): Filling {
  const known = columns.get(name);
  if (known) return known;
  const column = emptyColumn(rows);
  columns.set(name, column);
  return column;
}

function emptyColumn(rows: number): Filling {
  const numbers: number[] = [];
  for (let row = 0; row < rows; row++) numbers.push(Number.NaN);
  return { numbers, words: [] };
}

function fill({ numbers, words }: Filling, row: number, value: number | string | undefined): void {
  if (typeof value === "number") {
    numbers[row] = value;
  } else if (value !== undefined) {
    words[row] = value;
    if (value === "absent" || value === "present") numbers[row] = Number(value === "present");
  }
}
