import { databaseAnswers } from "@/lib/data/database";
import { registry } from "@/lib/inference";

export const dynamic = "force-dynamic";

/** 200 where the database answers and every model is served, else 503. Names models and nothing else. */
export async function GET(): Promise<Response> {
  const [database, { models, refused }] = await Promise.all([databaseAnswers(), registry()]);
  const healthy = database && refused.length === 0;
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
