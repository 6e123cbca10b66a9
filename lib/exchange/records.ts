import { setImmediate as others } from "node:timers/promises";
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
/** What follows them in a line stays one cell. */
const mostCells = 1_000;
/** After so many lines others have their turn. */
const linesAtOnce = 1_000;

/**
 * The table's lines, blank ones left out, in constant memory and in time that grows as the text does. Never throws: what cannot be
 * read is a broken record with its text.
 */
export async function* readRecords(source: Source, encoding: Encoding, delimiter: Delimiter): AsyncGenerator<SourceRecord> {
  /** The lines of one record: its quoted cell is open after each of them, but perhaps the last. */
  const waiting: string[] = [];
  let length = 0;
  const drop = (): readonly [string] => {
    const first = waiting.shift() ?? "";
    length -= first.length;
    return [first];
  };
  const settle = function* (closed: boolean, last: boolean): Generator<SourceRecord> {
    while (waiting.length > 0) {
      if (closed && (length < longestLine || !waiting.some(isQuoted))) {
        yield { cells: cellsOf(waiting, delimiter), broken: false };
        waiting.length = length = 0;
        return;
      }
      if (!closed && !last && waiting.length < mostLines && length < longestLine) return;
      yield { cells: drop(), broken: true };
      while (waiting[0] !== undefined && !isOpenAfter(waiting[0], delimiter, false)) {
        yield { cells: cellsOf(drop(), delimiter), broken: false };
      }
      // What follows a line that opens a cell is read as before, for one was open there before too.
      if (waiting.length === 1) closed = false;
    }
  };
  for await (const line of readLines(source, encoding)) {
    if (waiting.length === 0 && hasBlankCells(line, delimiter)) continue;
    const open = isOpenAfter(line, delimiter, waiting.length > 0);
    waiting.push(line);
    length += line.length;
    for (const record of settle(!open, false)) if (!record.cells.every(isBlank)) yield record;
  }
  for (const record of settle(false, true)) if (!record.cells.every(isBlank)) yield record;
}

export const isBlank = (text: string): boolean => text.trim() === "";

/** Said before its cells are told apart, which costs more. */
const hasBlankCells = (line: string, delimiter: Delimiter): boolean => isBlank(line.replaceAll('""', "").replaceAll(delimiter, ""));

/** The text's lines, however their ends are written, without holding up others. */
export async function* readLines(source: Source, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let rest = "";
  let given = 0;
  for await (const bytes of source()) {
    const text = rest + decoder.decode(bytes, { stream: true });
    // A carriage return at the edge may be half of a line's end.
    const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
    const lines = whole.split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? "") + text.slice(whole.length);
    for (const line of lines) {
      yield line;
      if (++given % linesAtOnce === 0) await others();
    }
    if (rest.length > longestLine) {
      yield rest;
      rest = "";
    }
  }
  yield* (rest + decoder.decode()).split(/\r\n|\n|\r/);
}

const isQuoted = (line: string): boolean => line.includes('"');

/** A quote opens a cell only at its beginning: in `5'11"` it is an inch mark. */
function isOpenAfter(line: string, delimiter: Delimiter, openBefore: boolean): boolean {
  if (!isQuoted(line)) return openBefore;
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
  if (!isQuoted(text)) return partsOf(text, delimiter);
  try {
    const [cells] = parse(text, { delimiter, trim: true, relax_column_count: true, relax_quotes: true });
    return cells ?? [];
  } catch {
    return partsOf(text, delimiter);
  }
}

function partsOf(text: string, delimiter: Delimiter): readonly string[] {
  const cells = text.split(delimiter, mostCells);
  const parted = cells.reduce((sum, cell) => sum + cell.length + 1, 0);
  if (parted <= text.length) cells.push(text.slice(parted));
  return cells.map((cell) => cell.trim());
}
