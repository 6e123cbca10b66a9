import { endpoint, route } from "@/lib/api/endpoint";
import { operations } from "@/lib/api/operations";
import { presentAthlete } from "@/lib/api/present";
import { Problem } from "@/lib/api/problem";
import { viewAthlete } from "@/lib/data/athlete-list";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: endpoint(operations.readAthlete, async ({ viewer, params }) => {
    const athlete = await viewAthlete(viewer, params.id);
    if (!athlete) throw new Problem("not_found");
    return { body: presentAthlete(athlete) };
  }),
});
