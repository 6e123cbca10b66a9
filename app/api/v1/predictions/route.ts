import { endpoint, route } from "@/lib/api/endpoint";
import { operations } from "@/lib/api/operations";
import { predictBatch } from "@/lib/api/predict-batch";

/** So many rows count as one request: with its reasons a row is asked many times over. */
const rowsPerPoint = { plain: 100, explained: 10 } as const;

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: endpoint(operations.predict, async ({ body, spend }) => {
    const more = Math.ceil(body.rows.length / rowsPerPoint[body.explain ? "explained" : "plain"]) - 1;
    if (more > 0) await spend(more);
    return { body: { data: await predictBatch(body) } };
  }),
});
