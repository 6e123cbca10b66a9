import { endpoint, route } from "@/lib/api/endpoint";
import { openApiDocument } from "@/lib/api/openapi";
import { operations } from "@/lib/api/operations";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: endpoint(operations.describe, async () => ({ body: openApiDocument() })),
});
