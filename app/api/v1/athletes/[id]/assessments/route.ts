import { assessmentOf } from "@/lib/api/assessment-body";
import { endpoint, route } from "@/lib/api/endpoint";
import { operations } from "@/lib/api/operations";
import { presentAssessment, presentEntry } from "@/lib/api/present";
import { Problem } from "@/lib/api/problem";
import { list, type RecordFailure, read, record } from "@/lib/data/assessments";
import { readAthlete } from "@/lib/data/athletes";
import type { Viewer } from "@/lib/data/viewer";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: endpoint(operations.listAssessments, async ({ viewer, params: { id }, query: { limit, cursor } }) => {
    const athlete = await readAthlete(viewer, id);
    if (!athlete) throw new Problem("not_found");
    const found = await list(viewer, athlete.id, { limit: limit + 1, before: cursor });
    const page = found.slice(0, limit);
    return {
      body: { data: page.map((entry) => presentEntry(athlete.id, entry)), next: found.length > limit ? (page.at(-1)?.id ?? null) : null },
    };
  }),

  POST: endpoint(operations.addAssessment, async ({ viewer, params: { id }, body, once }) => {
    const { made, replayed } = await once(async (submissionId) => {
      const recorded = await record(viewer, { ...assessmentOf(body), athleteId: id, submissionId });
      if (!recorded.ok) throw await refusal(viewer, id, recorded.error);
      return { made: recorded.value.id };
    });
    const assessment = await read(viewer, made);
    if (!assessment) throw new Problem("not_found");
    return {
      status: 201,
      body: presentAssessment(assessment),
      headers: { Location: `/api/v1/assessments/${made}`, ...(replayed && { "Idempotency-Replayed": "true" }) },
    };
  }),
});

async function refusal(viewer: Viewer, athleteId: string, { reason }: RecordFailure): Promise<Problem> {
  switch (reason) {
    case "not_permitted":
      return new Problem((await readAthlete(viewer, athleteId)) ? "not_permitted" : "not_found");
    case "under_age":
      return new Problem("invalid", {
        errors: [{ pointer: "/measured_at", code: "under_age", detail: "The athlete was under 18 on that day. Adults only for now." }],
      });
    case "already_stored":
      return new Problem("key_reused");
  }
}
