/**
 * A cell that a spreadsheet shows and never runs: what begins like a formula gets an apostrophe, which the reader of files takes
 * off again (OWASP, CSV injection). Numbers are no formulas.
 */
export function inert(cell: string): string {
  return /^[=+\-@\t\r']/.test(cell) && !/^[+-]?[\d.,]+$/.test(cell) ? `'${cell}` : cell;
}

/** What {@link inert} made of it, undone. */
export function live(cell: string): string {
  return /^'[=+\-@\t\r']/.test(cell) ? cell.slice(1) : cell;
}
