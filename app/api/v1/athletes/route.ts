import { athleteProblems, patientOf } from "@/lib/api/athlete-body";
import { endpoint, route } from "@/lib/api/endpoint";
import { operations } from "@/lib/api/operations";
import { presentAthlete } from "@/lib/api/present";
import { Problem } from "@/lib/api/problem";
import { listAthletes, viewAthlete } from "@/lib/data/athlete-list";
import { type AddPatientFailure, addPatient } from "@/lib/data/patients";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: endpoint(operations.listAthletes, async ({ viewer, query: { team, limit, cursor } }) => {
    const found = await listAthletes(viewer, { teamId: team, after: cursor, limit: limit + 1 });
    if (!found) throw new Problem("not_found");
    const page = found.slice(0, limit);
    return { body: { data: page.map(presentAthlete), next: found.length > limit ? (page.at(-1)?.id ?? null) : null } };
  }),

  POST: endpoint(operations.addAthlete, async ({ viewer, body, once }) => {
    const errors = athleteProblems(body);
    if (errors.length > 0) throw new Problem("invalid", { errors });
    const { made, replayed } = await once(async (submissionId) => {
      const added = await addPatient(viewer, patientOf(body, submissionId));
      if (!added.ok) throw refusal(added.error);
      return { made: added.value.id };
    });
    const athlete = await viewAthlete(viewer, made);
    if (!athlete) throw new Problem("not_found");
    return {
      status: 201,
      body: presentAthlete(athlete),
      headers: { Location: `/api/v1/athletes/${made}`, ...(replayed && { "Idempotency-Replayed": "true" }) },
    };
  }),
});

function refusal(failure: AddPatientFailure): Problem {
  switch (failure.reason) {
    case "not_permitted":
      return new Problem("not_found", { detail: "You work in no such team." });
    case "under_age":
      return new Problem("invalid", { errors: [{ pointer: "/birth_date", code: "under_age", detail: "Adults only for now." }] });
    case "possible_double":
      return new Problem("conflict", {
        detail: "The team has somebody of this name and birth date. Is it another person? Then send `despite_double` as true.",
        athlete_id: failure.athleteId,
      });
  }
}
