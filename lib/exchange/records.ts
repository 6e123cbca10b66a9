import { parse } from "csv-parse/sync";
import type { Delimiter, Encoding, Source } from "./types";

/** A line of the table, which a quoted cell may stretch over several lines of the file. */
export type SourceRecord = { readonly cells: readonly string[]; readonly broken: boolean };

/**
 * How far a quoted cell may stretch. Beyond, or at the end of the file, its quote was a slip: the line that opened it is broken
 * and the next one is read for itself, so that one stray quote never swallows the rest of the file.
 */
const mostLines = 100;
/** A line that is longer is cut: it is no table's, and must not fill the memory. */
const longestLine = 200_000;

/** The table's lines, blank ones left out, in constant memory. Never throws: what cannot be read is a broken record with its text. */
export async function* readRecords(source: Source, encoding: Encoding, delimiter: Delimiter): AsyncGenerator<SourceRecord> {
  let waiting: string[] = [];
  const settle = function* (last: boolean): Generator<SourceRecord> {
    while (waiting.length > 0) {
      const closed = closedAt(waiting, delimiter);
      const patient = waiting.length < mostLines && waiting.reduce((sum, line) => sum + line.length, 0) < longestLine;
      if (closed === null && !last && patient) return;
      const [first = ""] = waiting;
      yield closed === null ? { cells: [first], broken: true } : { cells: cellsOf(waiting.slice(0, closed + 1), delimiter), broken: false };
      waiting = waiting.slice(closed === null ? 1 : closed + 1);
    }
  };
  for await (const line of readLines(source, encoding)) {
    if (waiting.length === 0 && isBlank(line)) continue;
    waiting.push(line);
    for (const record of settle(false)) if (!record.cells.every(isBlank)) yield record;
  }
  for (const record of settle(true)) if (!record.cells.every(isBlank)) yield record;
}

export const isBlank = (text: string): boolean => text.trim() === "";

/** The text's lines, however their ends are written. */
export async function* readLines(source: Source, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let rest = "";
  for await (const bytes of source()) {
    const text = rest + decoder.decode(bytes, { stream: true });
    // A carriage return at the edge may be half of a line's end.
    const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
    const lines = whole.split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? "") + text.slice(whole.length);
    yield* lines;
    if (rest.length > longestLine) {
      yield rest;
      rest = "";
    }
  }
  yield* (rest + decoder.decode()).split(/\r\n|\n|\r/);
}

/** The index of the line with which the first record ends; null while a quoted cell is open. */
function closedAt(lines: readonly string[], delimiter: Delimiter): number | null {
  let open = false;
  for (const [index, line] of lines.entries()) {
    open = isOpenAfter(line, delimiter, open);
    if (!open) return index;
  }
  return null;
}

/** A quote opens a cell only at its beginning: in `5'11"` it is an inch mark. */
function isOpenAfter(line: string, delimiter: Delimiter, openBefore: boolean): boolean {
  let open = openBefore;
  let fresh = !openBefore;
  for (let index = 0; index < line.length; index++) {
    const character = line[index];
    if (open && character === '"') {
      if (line[index + 1] === '"') index++;
      else open = false;
    } else if (!open && character === '"' && fresh) {
      open = true;
      fresh = false;
    } else if (!open && character === delimiter) fresh = true;
    else if (character !== " ") fresh = false;
  }
  return open;
}

function cellsOf(lines: readonly string[], delimiter: Delimiter): readonly string[] {
  const text = lines.join("\n");
  try {
    const [cells] = parse(text, { delimiter, trim: true, relax_column_count: true, relax_quotes: true });
    return cells ?? [];
  } catch {
    return text.split(delimiter).map((cell) => cell.trim());
  }
}
