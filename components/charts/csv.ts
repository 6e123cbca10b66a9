import type { Cell, ChartTable, ChartText } from "./types";

function field(cell: Cell): string {
  const text = typeof cell === "string" ? cell : cell.value === null ? "" : String(cell.value);
  const safe = typeof cell === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What the numbers were drawn from stands in every row, so that it stays with them when tables are joined. */
export function toCsv({ columns, rows }: ChartTable, context?: ChartText["context"]): string {
  const lines: readonly (readonly Cell[])[] = context
    ? [[...columns, context.label], ...rows.map(({ cells }) => [...cells, context.value])]
    : [columns, ...rows.map(({ cells }) => cells)];
  return lines.map((cells) => `${cells.map(field).join(",")}\r\n`).join("");
}

/** With a byte-order mark, or spreadsheets read "ñ" as two letters. */
export function csvAddress(table: ChartTable, context?: ChartText["context"]): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${toCsv(table, context)}`)}`;
}
