import "server-only";
import { readAtMost } from "@/lib/http/read-at-most";
import { Problem } from "./problem";

const usualBody = 256 * 1024;

/** The body's bytes, and what they say. Throws the problem where they are too many, of another type, or not JSON in UTF-8. */
export async function readJson(request: Request, longest = usualBody): Promise<{ bytes: Uint8Array; json: unknown }> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "application/json") throw new Problem("unsupported_media_type", { headers: { Accept: "application/json" } });
  if (Number(request.headers.get("content-length") ?? 0) > longest) throw tooLarge(longest);
  const bytes = await readAtMost(request, longest);
  if (bytes === null) throw tooLarge(longest);
  try {
    return { bytes, json: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    throw new Problem("invalid_json");
  }
}

function tooLarge(longest: number): Problem {
  return new Problem("too_large", { detail: `At most ${longest} bytes.` });
}
