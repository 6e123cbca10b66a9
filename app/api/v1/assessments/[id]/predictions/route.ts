import { endpoint, route } from "@/lib/api/endpoint";
import { operations } from "@/lib/api/operations";
import { presentPredictions } from "@/lib/api/present";
import { Problem } from "@/lib/api/problem";
import { read } from "@/lib/data/assessments";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: endpoint(operations.readPredictions, async ({ viewer, params }) => {
    const assessment = await read(viewer, params.id);
    if (!assessment) throw new Problem("not_found");
    const { id, revision, predictions } = assessment;
    return { body: { assessment_id: id, revision, data: presentPredictions(predictions) } };
  }),
});
