import { globSync } from "node:fs";
import path from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { z } from "zod";
import { createToken, type TokenScope, tokenScopes } from "@/lib/data/api-tokens";
import type { Viewer } from "@/lib/data/viewer";
import { apiBase, openApiDocument } from "./openapi";

// For tests: asks the routes as a program would, and holds every answer to the document that describes them.

export type Asked = { token?: string; body?: unknown; raw?: string; headers?: Readonly<Record<string, string>> };
export type Answered = { status: number; headers: Headers; text: string; json: unknown };

/** Every route by its path in the document. */
export const routes: ReadonlyMap<string, string> = new Map(
  globSync("app/api/v1/**/route.ts")
    .filter((file) => !file.includes("[..."))
    .map((file) => [
      path
        .dirname(file)
        .replace("app/api/v1", "")
        .replaceAll(/\[(\w+)\]/g, "{$1}"),
      path.resolve(file),
    ]),
);

/** Asks a path below /api/v1. An answer the document does not describe is an error. */
export async function ask(method: string, where: string, { token, body, raw, headers = {} }: Asked = {}): Promise<Answered> {
  const url = new URL(`http://localhost${apiBase}${where}`);
  const found = routeOf(url.pathname.slice(apiBase.length));
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const request = new Request(url, {
    method,
    body: text,
    headers: {
      ...(text !== undefined && { "content-type": "application/json" }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
  });
  const module: Record<string, (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>> =
    await import(found.file);
  const response = await module[method]?.(request, { params: Promise.resolve(found.params) });
  if (!response) throw new Error(`no ${method} ${where}`);
  const answered = await response.text();
  const answer = {
    status: response.status,
    headers: response.headers,
    text: answered,
    json: answered === "" ? null : JSON.parse(answered),
  };
  if (answer.status !== 405) holdToDocument(found.template, method, answer);
  return answer;
}

/** A token of somebody's, with these scopes or all. */
export async function tokenOf(viewer: Viewer, scopes: readonly TokenScope[] = tokenScopes): Promise<string> {
  const made = await createToken(viewer, { name: "a test", scopes, days: 30 });
  if (!made.ok) throw new Error(made.error);
  return made.value.token;
}

function routeOf(pathname: string): { template: string; file: string; params: Record<string, string> } {
  for (const [template, file] of routes) {
    const match = new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)").replaceAll(".", "\\.")}$`).exec(pathname);
    if (match) return { template, file, params: { ...match.groups } };
  }
  throw new Error(`no route for ${pathname}`);
}

const responseSchema = z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })).optional() });
const described = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ responses: z.record(z.string(), responseSchema) }))),
});

const validators = new Map<string, ValidateFunction>();
let ajv: Ajv2020 | undefined;

function validatorOf(place: string): ValidateFunction {
  if (!ajv) {
    ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema(JSON.parse(JSON.stringify(openApiDocument())), "api");
  }
  const known = validators.get(place) ?? ajv.compile({ $ref: `api#${place}` });
  validators.set(place, known);
  return known;
}

function holdToDocument(template: string, method: string, { status, headers, json }: Answered): void {
  const responses = described.parse(openApiDocument()).paths[template]?.[method.toLowerCase()]?.responses;
  const response = responses?.[status];
  if (!response) throw new Error(`${method} ${template} answers ${status}, which the document does not say`);
  const type = headers.get("content-type");
  if (response.content === undefined) {
    if (json !== null) throw new Error(`${method} ${template} ${status} has a body that the document does not say`);
    return;
  }
  if (type === null || !(type in response.content))
    throw new Error(`${method} ${template} ${status} is ${type}, which the document does not say`);
  const place = ["paths", template, method.toLowerCase(), "responses", String(status), "content", type, "schema"];
  const validate = validatorOf(place.map((part) => `/${encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))}`).join(""));
  if (!validate(json)) throw new Error(`${method} ${template} ${status}: ${JSON.stringify(validate.errors)}`);
}
