import type { Encoding, Source } from "./types";

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: Encoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

/** A ZIP archive, which is what .xlsx and .ods are, and the older .xls. */
const workbooks: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

const longestMark = 4;
/** More rows than anybody measures, and blank lines: each costs time, however short. */
export const mostFileLines = 500_000;

/**
 * The encoding of the whole file: as its byte order mark says, UTF-8 where all of it is, else Windows-1252 (Latin-1 with the
 * euro), which takes any bytes. `not_text` where it holds NUL bytes, as pictures and programs do. Looks at all of it once.
 */
export async function detectEncoding(source: Source): Promise<Encoding | "workbook" | "not_text" | "too_many_lines" | "empty"> {
  const head = await firstBytes(source);
  if (head.length === 0) return "empty";
  const starts = (bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte);
  if (workbooks.some(starts)) return "workbook";
  const marked = marks.find(({ bytes }) => starts(bytes));

  const strict = new TextDecoder("utf-8", { fatal: true });
  let utf8 = true;
  const ends = { feeds: 0, returns: 0 };
  for await (const bytes of source()) {
    for (const byte of bytes) {
      if (byte === 0x0a) ends.feeds++;
      else if (byte === 0x0d) ends.returns++;
    }
    if (Math.max(ends.feeds, ends.returns) > mostFileLines) return "too_many_lines";
    if (marked) continue;
    if (bytes.includes(0)) return "not_text";
    if (utf8) utf8 = decodes(strict, bytes, true);
  }
  if (marked) return marked.encoding;
  return utf8 && decodes(strict, new Uint8Array(), false) ? "utf-8" : "windows-1252";
}

function decodes(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

async function firstBytes(source: Source): Promise<readonly number[]> {
  const head: number[] = [];
  for await (const bytes of source()) {
    head.push(...bytes.subarray(0, longestMark - head.length));
    if (head.length === longestMark) break;
  }
  return head;
}
