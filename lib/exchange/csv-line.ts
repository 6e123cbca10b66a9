import { stringify } from "csv-stringify/sync";
import { inert } from "./inert";

/** A line of a CSV file as spreadsheets read it, with its end; no cell runs as a formula. */
export function csvLine(cells: readonly string[]): string {
  return `${stringify([cells.map(inert)], { eof: false })}\r\n`;
}

/** What tells a spreadsheet that the file is UTF-8. */
export const byteOrderMark = "\uFEFF";
