/** A sign with which a spreadsheet lets a formula begin, also as wide as a Chinese letter; before it perhaps blanks and quotes. */
const formula = /(?:"|[^\S\t\r\n])*[=+\-@＝＋－＠]/.source;
/**
 * Where a spreadsheet may begin a cell. Of the signs within one of ours a Spanish Excel takes the semicolon, whatever the quotes
 * around it, and then a line's end too; others take the tab.
 */
const beginning = /(^|[;\t\r\n])/.source;

const runs = new RegExp(`${beginning}(?='*${formula})`, "g");
const madeInert = new RegExp(`${beginning}'(?='*${formula})`, "g");

/**
 * A cell that a spreadsheet shows and never runs: where it may begin a formula there is an apostrophe before it, which the reader
 * of files takes off again (OWASP, CSV injection). Numbers are no formulas.
 */
export function inert(cell: string): string {
  return /^[+-]?[\d.,]+$/.test(cell) ? cell : cell.replace(runs, "$1'");
}

/** What {@link inert} made of it, undone. */
export function live(cell: string): string {
  return cell.replace(madeInert, "$1");
}
