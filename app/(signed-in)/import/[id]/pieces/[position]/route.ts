import { z } from "zod";
import { viewer } from "@/lib/auth/viewer";
import { addChunk } from "@/lib/data/imports";
import { readAtMost } from "@/lib/http/read-at-most";

const largestPiece = 1024 * 1024;
const placeSchema = z.object({ id: z.guid(), position: z.coerce.number().int().min(0).max(10_000) });

/** A piece of a file, in its place. 204 when it is there, again or for the first time. */
export async function PUT(request: Request, { params }: RouteContext<"/import/[id]/pieces/[position]">): Promise<Response> {
  const who = await viewer();
  if (!who) return answer(401);
  // Another site can neither send a cookie here nor this header; a browser that does not send it is let through by the cookie.
  if ((request.headers.get("sec-fetch-site") ?? "same-origin") !== "same-origin") return answer(403);
  const place = placeSchema.safeParse(await params);
  if (!place.success) return answer(404);
  const bytes = await readAtMost(request, largestPiece);
  if (bytes === null) return answer(413);
  const added = await addChunk(who, place.data.id, place.data.position, bytes);
  if (added.ok) return answer(204);
  return answer(added.error === "too_large" ? 413 : 404);
}

const answer = (status: number) => new Response(null, { status, headers: { "Cache-Control": "no-store" } });
