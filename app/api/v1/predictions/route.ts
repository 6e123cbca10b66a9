import { endpoint, route } from "@/lib/api/endpoint";
import { operations } from "@/lib/api/operations";
import { predictBatch } from "@/lib/api/predict-batch";

/** So many rows count as one request. */
const rowsPerPoint = 100;

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: endpoint(operations.predict, async ({ body, spend }) => {
    const more = Math.ceil(body.rows.length / rowsPerPoint) - 1;
    if (more > 0) await spend(more);
    return { body: { data: await predictBatch(body) } };
  }),
});
