import type { Cell, ChartTable } from "./types";

function field(cell: Cell): string {
  const text = typeof cell === "string" ? cell : cell.value === null ? "" : String(cell.value);
  const safe = typeof cell === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function toCsv({ columns, rows }: ChartTable): string {
  return [columns, ...rows.map((row) => row.cells)].map((cells) => `${cells.map(field).join(",")}\r\n`).join("");
}

/** With a byte-order mark, or spreadsheets read "ñ" as two letters. */
export function csvAddress(table: ChartTable): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${toCsv(table)}`)}`;
}
