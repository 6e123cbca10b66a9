import "server-only";
import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { keyHours } from "@/lib/data/idempotency";
import { keyPattern } from "./idempotent";
import { allOperations, type Operation } from "./operations";
import { type ProblemKind, problems } from "./problem";
import { problem } from "./schemas";

export const apiVersion = "1.0.0";
export const apiBase = "/api/v1";

export type ApiDocument = ReturnType<typeof createDocument>;

let written: ApiDocument | undefined;

/** The API as OpenAPI 3.1 says it, from the schemas that read its requests and from the operations that serve them. */
export function openApiDocument(): ApiDocument {
  written ??= createDocument({
    openapi: "3.1.0",
    info: {
      title: "Marcha",
      version: apiVersion,
      description:
        "Gait assessments and what models answer to them, for programs. Names of measured columns are the dictionary's, as in CSV; units stand beside each. A missing value is not there: it is never 0. It informs and does not diagnose.",
    },
    servers: [{ url: apiBase }],
    paths: pathsOf(allOperations),
    components: {
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "A token made in the settings, with the scopes it needs: `read`, `write`, `predict`. It is shown once.",
        },
      },
    },
  });
  return written;
}

function pathsOf(operations: readonly Operation[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: operationOf(operation) };
  }
  return paths;
}

function operationOf(operation: Operation): ZodOpenApiOperationObject {
  const { id, summary, description, scope, params, query, body, bodyShape, stores, answer } = operation;
  return {
    operationId: id,
    summary,
    description: scope === null ? `${description} Needs no token.` : `${description} Needs the scope \`${scope}\`.`,
    security: scope === null ? [] : [{ token: [] }],
    requestParams: {
      ...(params && { path: params }),
      ...(query && { query }),
      ...(stores && { header: idempotencyHeader }),
      ...(operation.method === "GET" && { header: conditionalHeader }),
    },
    ...(body && { requestBody: { required: true, content: { "application/json": { schema: bodyShape ?? body } } } }),
    responses: {
      [answer.status]: {
        description: answer.description,
        headers: operation.method === "GET" ? readHeaders : stores ? storedHeaders : commonHeaders,
        content: { "application/json": { schema: answer.schema } },
      },
      ...(operation.method === "GET" && { 304: { description: "What If-None-Match names is still so.", headers: readHeaders } }),
      ...problemsOf(operation),
      ...(id === "status" && {
        503: { description: "It is not well.", headers: commonHeaders, content: { "application/json": { schema: answer.schema } } },
      }),
    },
  };
}

/** Every problem that an operation may end with. */
export function problemKinds({ scope, body, query, stores, problems: own }: Operation): ProblemKind[] {
  return [
    ...(scope === null ? [] : (["unauthenticated", "missing_scope"] as const)),
    ...(body ? (["invalid_json", "too_large", "unsupported_media_type", "invalid"] as const) : query ? (["invalid"] as const) : []),
    ...(stores ? (["invalid_header", "in_progress", "key_reused"] as const) : []),
    ...own,
    "too_many_requests",
    "unavailable",
    "unexpected",
  ];
}

function problemsOf(operation: Operation) {
  const byStatus = new Map<number, string[]>();
  for (const kind of new Set(problemKinds(operation))) {
    const { status, title } = problems[kind];
    byStatus.set(status, [...(byStatus.get(status) ?? []), title]);
  }
  const entries = [...byStatus].map(([status, titles]) => [
    status,
    {
      description: `${titles.join(". Or: ")}.`,
      headers: status === 429 ? limitedHeaders : commonHeaders,
      content: { "application/problem+json": { schema: problem } },
    },
  ]);
  return Object.fromEntries(entries);
}

const text = (description: string) => z.string().optional().meta({ description });

const idempotencyHeader = z.object({
  "Idempotency-Key": z
    .string()
    .regex(keyPattern)
    .optional()
    .meta({
      description: `Names the request, of your choosing: the same one sent again within ${keyHours} h stores nothing more and is answered with what the first one made. Visible characters of ASCII, in quotes or bare.`,
    }),
});
const conditionalHeader = z.object({ "If-None-Match": text("The ETag you have: 304 where it is still so.") });

const common = {
  "X-Request-Id": text("To name the request by."),
  RateLimit: text("What is left: `r` requests for the next `t` seconds."),
  "RateLimit-Policy": text("The quota: `q` requests in `w` seconds."),
};
const commonHeaders = z.object(common);
const readHeaders = z.object({ ...common, ETag: text("A strong validator of this answer.") });
const storedHeaders = z.object({
  ...common,
  Location: text("Where what was made is."),
  "Idempotency-Replayed": text("`true` where an earlier request under this key had made it."),
});
const limitedHeaders = z.object({ ...common, "Retry-After": text("In how many seconds to ask again.") });
