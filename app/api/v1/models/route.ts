import { endpoint, route } from "@/lib/api/endpoint";
import { operations } from "@/lib/api/operations";
import { presentModel } from "@/lib/api/present";
import { registry } from "@/lib/inference";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: endpoint(operations.listModels, async () => {
    const { models } = await registry();
    return { body: { data: models.map(({ card }) => presentModel(card)) } };
  }),
});
