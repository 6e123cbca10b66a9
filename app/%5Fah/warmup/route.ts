import { readStatus } from "@/lib/api/health";

export const dynamic = "force-dynamic";

/** App Engine asks this before an instance gets requests: afterwards models are read and the database is connected. Always 200, as it wants it. */
export async function GET(): Promise<Response> {
  await readStatus();
  return new Response(null, { headers: { "Cache-Control": "no-store" } });
}
