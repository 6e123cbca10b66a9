import type { Conditions } from "@/lib/measurements/conditions";
import type { Measurements } from "@/lib/measurements/schema";

/** A file that can be read more than once, piece by piece: it never stands in memory whole. */
export type Source = () => AsyncIterable<Uint8Array>;

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
export type Delimiter = "," | ";" | "\t";

/** How the file is written, and its first line of names. */
export type SourceFormat = { readonly encoding: Encoding; readonly delimiter: Delimiter; readonly header: readonly string[] };

/** Why nothing of the file can be read. `columns`: the names that are there twice. */
export type SourceProblem =
  | { readonly code: "empty" | "no_rows" | "workbook" | "not_text" | "too_many_lines" | "too_wide" | "no_header" }
  | { readonly code: "names_twice"; readonly columns: readonly string[] };

/**
 * A row of the file, counted from 1. `problem` says why its cells cannot be told apart: more or fewer than the header has
 * names, or a quoted cell that never ends.
 */
export type SourceRow = {
  readonly number: number;
  readonly cells: readonly string[];
  readonly problem?: "ragged" | "broken_quotes";
};

/** What a column of the file was recognised by. */
export type Recognition = "remembered" | "name" | "original" | "label" | "similar" | "person";

/** Whose row it is, as far as the row says. */
export type AthleteReference = {
  /** The record's id, from an export. */
  readonly id?: string;
  /** The team's own identifier, or the name, where one column holds either. */
  readonly key?: string;
  readonly identifier?: string;
  readonly name?: string;
  /** "YYYY-MM-DD". `birthDateFromAge`: worked out from the age on the day, so half a year off at most. */
  readonly birthDate?: string;
  readonly birthDateFromAge?: true;
  readonly sex?: "female" | "male";
};

export type ImportedFacts = Conditions & {
  readonly measuredAt: Date;
  /** IANA zone. */
  readonly timeZone: string;
  readonly notes?: string;
};

export type ImportEntry = { readonly athlete: AthleteReference; readonly facts: ImportedFacts; readonly measurements: Measurements };

export type ProblemCode =
  | "ragged"
  | "broken_quotes"
  | "no_athlete"
  | "not_a_record"
  | "no_date"
  | "not_a_date"
  | "in_the_future"
  | "no_protocol"
  | "not_a_word"
  | "not_an_age"
  | "not_a_number"
  | "thousands_separator"
  | "out_of_range"
  | "no_side"
  | "not_in_protocol"
  | "excluded"
  | "both_and_sides"
  | "grade_outside"
  | "contradiction"
  | "nothing_measured"
  | "too_long"
  // What only the records can say:
  | "unknown_athlete"
  | "ambiguous_athlete"
  | "another_person"
  | "not_permitted"
  | "under_age"
  | "no_birth_date"
  | "no_sex"
  | "no_name";

/** Why a row is refused. `column` is the file's own name; `range` in the dictionary's unit; `perhaps` a unit in which the value fits. */
export type RowProblem = {
  readonly column: string | null;
  readonly value: string;
  readonly code: ProblemCode;
  readonly range?: readonly [number, number];
  readonly perhaps?: string;
};

/** What was left out of a row that is taken: a clinical test said relative to a side that the row does not name. */
export type RowNote = { readonly column: string; readonly code: "test_left_out" };

export type CheckedRow =
  | { readonly ok: true; readonly entry: ImportEntry; readonly notes: readonly RowNote[] }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };
