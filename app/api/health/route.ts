import { databaseAnswers } from "@/lib/data/database";
import { registry } from "@/lib/inference";

export const dynamic = "force-dynamic";

/**
 * 200 where the database answers, a model is served and none is refused, else 503. Names each model with its version or with the
 * phrase that says why it is refused, and nothing else.
 */
export async function GET(): Promise<Response> {
  const [database, { models, refused }] = await Promise.all([databaseAnswers(), registry()]);
  const healthy = database && models.length > 0 && refused.length === 0;
  return Response.json(
    {
      status: healthy ? "ok" : "degraded",
      database: database ? "ok" : "unreachable",
      models: Object.fromEntries([
        ...models.map(({ card }) => [card.name, { status: "ok", version: card.version }]),
        ...refused.map(({ name, reason }) => [name, { status: "refused", reason }]),
      ]),
    },
    { status: healthy ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
