import { z } from "zod";
import { apiBase, openApiDocument } from "@/lib/api/openapi";

// The OpenAPI document as the page tells it: the same one that programs get.

export type SchemaView = {
  $ref?: string;
  type?: string | string[];
  description?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  items?: SchemaView;
  anyOf?: SchemaView[];
  oneOf?: SchemaView[];
  properties?: Record<string, SchemaView>;
  required?: string[];
  additionalProperties?: boolean | SchemaView;
  minimum?: number;
  maximum?: number;
  examples?: unknown[];
  example?: unknown;
};

const schemaView: z.ZodType<SchemaView> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    description: z.string().optional(),
    format: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    items: schemaView.optional(),
    anyOf: z.array(schemaView).optional(),
    oneOf: z.array(schemaView).optional(),
    properties: z.record(z.string(), schemaView).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), schemaView]).optional(),
  }),
);

const contentView = z.record(z.string(), z.object({ schema: schemaView }));

const operationView = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  security: z.array(z.unknown()),
  parameters: z
    .array(
      z.object({
        in: z.enum(["path", "query", "header"]),
        name: z.string(),
        required: z.boolean().optional(),
        description: z.string().optional(),
        schema: schemaView,
      }),
    )
    .default([]),
  requestBody: z.object({ content: contentView }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: contentView.optional() })),
});

const documentView = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationView)),
  components: z.object({ schemas: z.record(z.string(), schemaView) }),
});

export type OperationView = z.infer<typeof operationView> & { method: string; path: string };
export type ApiView = { operations: OperationView[]; schemas: [name: string, schema: SchemaView][] };

export function readDocument(): ApiView {
  const { paths, components } = documentView.parse(JSON.parse(JSON.stringify(openApiDocument())));
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path: `${apiBase}${path}` })),
  );
  return { operations, schemas: Object.entries(components.schemas) };
}

/** The name of the object that a reference leads to. */
export function nameOfReference(reference: string): string {
  return reference.split("/").at(-1) ?? reference;
}

/** An example of a body, where its object gives one. */
export function exampleOf({ requestBody }: OperationView, { schemas }: ApiView): unknown {
  const reference = requestBody?.content["application/json"]?.schema.$ref;
  const schema = schemas.find(([name]) => reference !== undefined && name === nameOfReference(reference))?.[1];
  return schema?.example;
}

/** How to send a request by hand. `id` of the address stands for one of yours. */
export function curlOf({ method, path, security, requestBody }: OperationView, origin: string, example: unknown): string {
  const lines = [
    `curl ${method === "GET" ? "" : `-X ${method} `}'${origin}${path.replace("{id}", "ID")}'`,
    ...(security.length > 0 ? [`-H "Authorization: Bearer $MARCHA_TOKEN"`] : []),
    ...(requestBody ? ["-H 'Content-Type: application/json'"] : []),
    ...(example === undefined ? [] : [`-d '${JSON.stringify(example, null, 2)}'`]),
  ];
  return lines.join(" \\\n  ");
}
