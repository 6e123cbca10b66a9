import { registry } from "@/lib/inference";

/** A model's card as the server read it, to keep or to check. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params;
  const { models } = await registry();
  const model = models.find(({ card }) => card.name === name);
  if (!model) return Response.json({ error: "no such model" }, { status: 404 });
  return new Response(`${JSON.stringify(model.card, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}-${model.card.version}.json"`,
    },
  });
}
