import { endpoint, route } from "@/lib/api/endpoint";
import { readStatus } from "@/lib/api/health";
import { operations } from "@/lib/api/operations";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: endpoint(operations.status, async () => {
    const body = await readStatus();
    return { status: body.status === "ok" ? 200 : 503, body };
  }),
});
