import "server-only";
import type { z } from "zod";
import { databaseAnswers } from "@/lib/data/database";
import { registry } from "@/lib/inference";
import type * as schemas from "./schemas";

/** As /api/health says it, in the API's words. */
export async function readStatus(): Promise<z.input<typeof schemas.status>> {
  const [database, { models, refused }] = await Promise.all([databaseAnswers(), registry()]);
  return {
    status: database && models.length > 0 && refused.length === 0 ? "ok" : "degraded",
    database: database ? "ok" : "unreachable",
    models: [
      ...models.map(({ card }) => ({ name: card.name, version: card.version, status: "ok" as const })),
      ...refused.map(({ name }) => ({ name, version: null, status: "refused" as const })),
    ],
  };
}
