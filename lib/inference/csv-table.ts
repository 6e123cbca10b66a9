import "server-only";
import { CsvError, parse } from "csv-parse/sync";
import { fail, type Result, succeed } from "@/lib/result";

/** A CSV file as its header and its rows of cells, one per line of the file; a row may be ragged. */
export type Table = { header: string[]; rows: string[][] };

/**
 * Reads a CSV file, comma or semicolon separated as its header line is. Blank lines before and after the table are left out, one
 * between two rows is a row of one empty cell. The error says why the whole file cannot be read.
 */
export function readTable(text: string): Result<Table, string> {
  const trimmed = text.trim();
  const cells = readCells(trimmed, delimiterOf(trimmed));
  if (!cells.ok) return cells;
  const [header = [], ...rows] = cells.value;
  const named = header.filter((name) => name !== "");
  const twice = [...new Set(named.filter((name, index) => named.indexOf(name) !== index))];
  return twice.length > 0 ? fail(`the header names ${twice.join(", ")} more than once`) : succeed({ header, rows });
}

/** The cells of a row by column name. The error says where the row is not as long as the header: its cells cannot be told apart. */
export function recordOf(header: readonly string[], cells: readonly string[]): Result<Record<string, string>, string> {
  if (cells.length !== header.length) {
    return fail(`has ${cells.length} ${cells.length === 1 ? "cell" : "cells"} where the header has ${header.length}`);
  }
  return succeed(Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""])));
}

function readCells(text: string, delimiter: string): Result<string[][], string> {
  try {
    return succeed(parse(text, { delimiter, trim: true, relax_column_count: true }));
  } catch (error) {
    if (error instanceof CsvError) return fail(`the file is no CSV: ${error.message}`);
    throw error;
  }
}

/** Spreadsheets write semicolons where the comma is the decimal mark, so what separates the names also separates the numbers. */
function delimiterOf(text: string): string {
  const [line = ""] = text.split(/[\r\n]/, 1);
  const bare = line.replaceAll(/"[^"]*"/g, "");
  return bare.split(";").length > bare.split(",").length ? ";" : ",";
}
