import "server-only";
import { z } from "zod";

const noId = "00000000-0000-0000-0000-000000000000";

/** An id from an address may be any text, and the database takes only uuids: what is none is found nowhere. */
export function uuidOrNone(id: string): string {
  return z.guid().toLowerCase().catch(noId).parse(id);
}
