import { Decoder, Profile, Stream } from "@garmin/fitsdk";

/** A day of running, a record each second, stays below it. */
export const largestFit = 4 * 1024 * 1024;
/** Files in one, sessions in each, and bytes of them all: far more than a watch writes, few enough for any request. */
const mostFiles = 16;
const mostSessions = 100;
const longestSessions = 128 * 1024;

const shortestHeader = 12;
const checksumBytes = 2;

/** What a record says of itself in its first byte. */
const compressed = 0x80;
const definition = 0x40;
const withDeveloperFields = 0x20;
const localKind = 0x0f;

type Kind = { size: number; session: boolean; record: Uint8Array; written: boolean };

/**
 * A FIT file's sessions, each behind its definition, for the decoder to read as data alone. A file holds up to millions of other
 * records, which the decoder would make objects of; here they are stepped over. Null where a checksum is wrong, a record has no
 * kind, or there is more than a watch writes.
 */
export function sessionRecords(bytes: Uint8Array): ArrayBuffer | null {
  if (bytes.length > largestFit) return null;
  const found: Uint8Array[] = [];
  let at = 0;
  for (let files = 0; at < bytes.length; files++) {
    const file = files < mostFiles ? fileAt(bytes, at) : null;
    if (file === null || !keepSessions(file.records, found)) return null;
    at = file.end;
  }
  const length = found.reduce((sum, record) => sum + record.length, 0);
  const sessions = new Uint8Array(length + checksumBytes);
  let place = 0;
  for (const record of found) {
    sessions.set(record, place);
    place += record.length;
  }
  return length > longestSessions ? null : sessions.buffer;
}

/** The records of the file that begins there, whole and as its checksum says. */
function fileAt(bytes: Uint8Array, at: number): { records: Uint8Array; end: number } | null {
  if (bytes.length - at < shortestHeader) return null;
  const header = bytes[at] ?? 0;
  const begin = at + header;
  const dataEnd = begin + new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(4, true);
  const end = dataEnd + checksumBytes;
  if (end > bytes.length || !new Decoder(new Stream(new Uint8Array(bytes.subarray(at, end)).buffer)).checkIntegrity()) return null;
  return { records: bytes.subarray(begin, dataEnd), end };
}

/** Adds a file's sessions to those found. False where its records cannot be told apart, or there are too many sessions. */
function keepSessions(records: Uint8Array, found: Uint8Array[]): boolean {
  const kinds: (Kind | undefined)[] = Array(localKind + 1).fill(undefined);
  let sessions = 0;
  for (let at = 0; at < records.length; ) {
    const first = records[at] ?? 0;
    if ((first & compressed) === 0 && (first & definition) !== 0) {
      const kind = kindAt(records, at);
      if (kind === null) return false;
      kinds[first & localKind] = kind;
      at += kind.record.length;
      continue;
    }
    const kind = kinds[(first & compressed) === 0 ? first & localKind : (first >> 5) & 0x03];
    const end = at + 1 + (kind?.size ?? 0);
    if (kind === undefined || end > records.length) return false;
    if (kind.session) {
      if (++sessions > mostSessions || (first & compressed) !== 0) return false;
      if (!kind.written) found.push(kind.record);
      kind.written = true;
      found.push(records.subarray(at, end));
    }
    at = end;
  }
  return true;
}

/** Reserved, byte order, number of the message, count of fields; then number, size and type of each. */
function kindAt(records: Uint8Array, at: number): Kind | null {
  const [bigEndian, low, high] = [records[at + 2] === 1, records[at + 3] ?? 0, records[at + 4] ?? 0];
  const message = bigEndian ? low * 256 + high : high * 256 + low;
  const fields = sizesAt(records, at + 5);
  const more = ((records[at] ?? 0) & withDeveloperFields) === 0 ? { size: 0, end: fields.end } : sizesAt(records, fields.end);
  if (more.end > records.length) return null;
  const record = records.subarray(at, more.end);
  return { size: fields.size + more.size, session: message === Profile.MesgNum.SESSION, record, written: false };
}

/** A count, and three bytes for each field, of which the second is its size. */
function sizesAt(records: Uint8Array, at: number): { size: number; end: number } {
  const end = at + 1 + 3 * (records[at] ?? 0);
  let size = 0;
  for (let field = at + 1; field < end; field += 3) size += records[field + 1] ?? 0;
  return { size, end };
}
