import { fail, type Result, succeed } from "@/lib/result";
import { detectEncoding } from "./encoding";
import { live } from "./inert";
import { isBlank, readLines, readRecords, type SourceRecord } from "./records";
import type { Delimiter, Encoding, Source, SourceFormat, SourceProblem, SourceRow } from "./types";

const mostColumns = 500;
const longestCell = 10_000;
/** Letters of a sample, however few rows they are. */
const longestSample = 1_000_000;
const delimiters: readonly Delimiter[] = [";", ",", "\t"];
/** What spreadsheets put before the table to say how its cells are parted. */
const separatorLine = /^"?sep=(.)"?$/i;

/** How the file is written, and its header: the first line that is not blank. Reads all of it once for its encoding. */
export async function detectFormat(source: Source): Promise<Result<SourceFormat, SourceProblem>> {
  const encoding = await detectEncoding(source);
  if (encoding === "empty" || encoding === "workbook" || encoding === "not_text" || encoding === "too_many_lines")
    return fail({ code: encoding });
  const delimiter = await detectDelimiter(source, encoding);
  if (delimiter === null) return fail({ code: "empty" });

  const [first, row] = await firstTwo(tableOf(source, encoding, delimiter));
  if (!first) return fail({ code: "empty" });
  const header = first.cells.map((name) => name.trim());
  if (first.broken || header.some((name) => name.length > longestCell)) return fail({ code: "no_header" });
  if (header.length > mostColumns) return fail({ code: "too_wide" });
  if (header.every((name) => isBlank(name) || /^[\d.,+-]+$/.test(name))) return fail({ code: "no_header" });
  const named = header.filter((name) => name !== "");
  const twice = [...new Set(named.filter((name, index) => named.indexOf(name) !== index))];
  if (twice.length > 0) return fail({ code: "names_twice", columns: twice });
  return row ? succeed({ encoding, delimiter, header }) : fail({ code: "no_rows" });
}

/** Every row below the header, in order and in constant memory. A row that cannot be read is there with its problem. */
export async function* readRows(source: Source, { encoding, delimiter, header }: SourceFormat): AsyncGenerator<SourceRow> {
  let number = -1;
  for await (const record of tableOf(source, encoding, delimiter)) {
    number++;
    if (number > 0) yield rowOf({ ...record, cells: record.cells.map(live) }, number, header.length);
  }
}

/** The first rows, for people and for guesses. */
export async function sampleRows(source: Source, format: SourceFormat, count: number): Promise<readonly SourceRow[]> {
  const rows: SourceRow[] = [];
  let letters = 0;
  for await (const row of readRows(source, format)) {
    rows.push(row);
    letters += row.cells.reduce((sum, cell) => sum + cell.length, 0);
    if (rows.length === count || letters > longestSample) break;
  }
  return rows;
}

function rowOf({ cells, broken }: SourceRecord, number: number, width: number): SourceRow {
  if (broken) return { number, cells, problem: "broken_quotes" };
  const ragged = cells.length < width || cells.slice(width).some((cell) => !isBlank(cell));
  return ragged ? { number, cells: cells.slice(0, mostColumns), problem: "ragged" } : { number, cells: cells.slice(0, width) };
}

async function* tableOf(source: Source, encoding: Encoding, delimiter: Delimiter): AsyncGenerator<SourceRecord> {
  let first = true;
  for await (const record of readRecords(source, encoding, delimiter)) {
    const says = first && separatorLine.test(record.cells.join(delimiter).trim());
    first = false;
    if (!says) yield record;
  }
}

/** Spreadsheets write semicolons where the comma is the decimal mark: what parts the names also parts the numbers. */
async function detectDelimiter(source: Source, encoding: Encoding): Promise<Delimiter | null> {
  for await (const line of readLines(source, encoding)) {
    if (isBlank(line)) continue;
    const said = separatorLine.exec(line.trim())?.[1];
    const known = delimiters.find((delimiter) => delimiter === said);
    if (known) return known;
    const bare = line.replaceAll(/"[^"]*"/g, "");
    const counted = delimiters.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }));
    const best = counted.reduce((one, other) => (other.count > one.count ? other : one));
    return best.count > 1 ? best.delimiter : ",";
  }
  return null;
}

async function firstTwo(records: AsyncGenerator<SourceRecord>): Promise<readonly SourceRecord[]> {
  const found: SourceRecord[] = [];
  for await (const record of records) {
    found.push(record);
    if (found.length === 2) break;
  }
  return found;
}
