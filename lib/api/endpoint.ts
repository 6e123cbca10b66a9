import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { type TokenHolder, viewerOfToken } from "@/lib/data/api-tokens";
import type { Viewer } from "@/lib/data/viewer";
import { clientAddressOf } from "@/lib/http/client-address";
import { reachedByHttps, strictTransport } from "@/lib/http/https";
import { requestContext } from "@/lib/http/request-context";
import { retryAfterSeconds } from "@/lib/http/request-log";
import { log } from "@/lib/log";
import { readJson } from "./body";
import { etagOf, isKnown } from "./etag";
import { type Making, once } from "./idempotent";
import { admit, countAddress, countPerson, personPolicy } from "./limits";
import type { Operation } from "./operations";
import { Problem, problemResponse } from "./problem";
import { check } from "./validate";

// The frame around every endpoint: who asks, how often, with what, and how an answer or a refusal is said.

type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What an endpoint is handed: `viewer` is there where the operation has a scope. */
export type Call<Of extends Operation> = {
  viewer: Of["scope"] extends null ? null : Viewer;
  params: Read<Of["params"]>;
  query: Read<Of["query"]>;
  body: Read<Of["body"]>;
  /** As it came, to read in parts what the schema leaves open. */
  json: unknown;
  /** Counts what was asked as so many requests more. */
  spend: (points: number) => Promise<void>;
  /** Makes something once for each Idempotency-Key. */
  once: (make: Making) => Promise<{ made: string; replayed: boolean }>;
};

export type Answer = { status?: number; body: unknown; headers?: Readonly<Record<string, string>> };

type Context = { params: Promise<Record<string, string | string[] | undefined>> };
type Handler = (request: Request, context: Context) => Promise<Response>;

/** The handler of an operation. */
export function endpoint<const Of extends Operation>(operation: Of, answer: (call: Call<Of>) => Promise<Answer>): Handler {
  return framed(operation.path, async (request, context, headers) => {
    const holder = await holderOf(operation, request);
    const address = () => clientAddressOf((name) => request.headers.get(name));
    const spend = async (points: number) =>
      void Object.assign(headers, await (holder ? countPerson(holder.viewer.userId, points) : countAddress(address(), points)));
    if (holder) Object.assign(headers, admit(holder.spending));
    else
      await spend(1).catch((error: unknown) => {
        // Who asks whether the service is well is told so where the database that counts is not.
        if (error instanceof Problem || operation.scope !== null) throw error;
      });
    if (operation.scope !== null && !holder) throw unauthenticated(request);
    if (operation.scope !== null && !holder?.scopes.includes(operation.scope))
      throw new Problem("missing_scope", {
        detail: `It needs the scope \`${operation.scope}\`.`,
        headers: { "WWW-Authenticate": `Bearer error="insufficient_scope", scope="${operation.scope}"` },
      });
    const query = readQuery(operation, request);
    const { bytes, json } = operation.body ? await readJson(request, operation.longestBody) : { bytes: new Uint8Array(), json: undefined };
    const call = {
      viewer: holder?.viewer ?? null,
      params: operation.params?.parse(await context.params),
      query,
      body: operation.body ? valid(operation.body, json, operation.further) : undefined,
      json,
      spend,
      once: (make: Making) => once({ tokenId: holder?.tokenId ?? "", request, bytes }, make),
    };
    // The schemas have read every part; TypeScript cannot follow an operation's own types through its frame.
    return respond(request, await answer(call as Call<Of>), operation);
  });
}

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];

/** A route's handlers: those there are, for every other method the problem that names them, and for who asks which there are. */
export function route(handlers: Partial<Record<Method, Handler>>): Record<Method | "OPTIONS", Handler> {
  const known = methods.filter((method) => handlers[method]);
  const allow = [...known, ...(handlers.GET ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const refusal = () => new Problem("method_not_allowed", { headers: { Allow: allow } });
  const refuse = framed("", async () => {
    throw refusal();
  });
  const tell = framed("", async () => {
    if (requestContext().getStore()?.unknownMethod) throw refusal();
    return new Response(null, { status: 204, headers: { Allow: allow } });
  });
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS: tell, ...handlers };
}

/** Answers where nothing is. */
export const nowhere: Handler = framed("", async () => {
  throw new Problem("not_found");
});

/** `headers`: what every answer says, refusals too, unless it says so otherwise. */
type Framed = (request: Request, context: Context, headers: Record<string, string>) => Promise<Response>;

function framed(path: string, work: Framed): Handler {
  return async (request, context) => {
    const asked = requestContext().getStore();
    const requestId = asked?.requestId ?? randomUUID().replaceAll("-", "");
    const headers: Record<string, string> = { "X-Request-Id": requestId };
    if (reachedByHttps((name) => request.headers.get(name))) headers["Strict-Transport-Security"] = strictTransport;
    const response = await work(request, context, headers).catch((error: unknown) => {
      if (error instanceof Problem) return problemResponse(error, requestId);
      logUnexpected(error, { requestId, path, method: request.method });
      if (asked?.unavailable) return problemResponse(unavailable(), requestId);
      return problemResponse(new Problem("unexpected"), requestId);
    });
    for (const [name, value] of Object.entries(headers)) if (!response.headers.has(name)) response.headers.set(name, value);
    return response;
  };
}

const unavailable = () => new Problem("unavailable", { headers: { "Retry-After": String(retryAfterSeconds) } });

/** Never the error's text: it may hold what was sent. */
function logUnexpected(error: unknown, about: { requestId: string; path: string; method: string }): void {
  const known = error instanceof Error;
  const stack = known ? error.stack?.split("\n").filter((each) => each.trimStart().startsWith("at ")) : undefined;
  log.error({ ...about, error: known ? error.name : typeof error, stack }, "an API request failed");
}

async function holderOf(operation: Operation, request: Request): Promise<TokenHolder | null> {
  if (operation.scope === null) return null;
  const token = bearer(request);
  return token === null ? null : viewerOfToken(token, personPolicy());
}

function bearer(request: Request): string | null {
  const [, token = null] = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization")?.trim() ?? "") ?? [];
  return token;
}

function unauthenticated(request: Request): Problem {
  const challenge = bearer(request) === null ? 'Bearer realm="Marcha"' : 'Bearer realm="Marcha", error="invalid_token"';
  return new Problem("unauthenticated", { headers: { "WWW-Authenticate": challenge } });
}

function readQuery(operation: Operation, request: Request): unknown {
  if (!operation.query) return undefined;
  const read = check(operation.query, Object.fromEntries(new URL(request.url).searchParams));
  if (read.ok) return read.value;
  throw new Problem("invalid", {
    errors: read.error.map(({ pointer, code, detail }) => ({ parameter: pointer.replace(/^\//, ""), code, detail })),
  });
}

function valid(schema: z.ZodType, json: unknown, further: Operation["further"]): unknown {
  const read = check(schema, json);
  const first = read.ok ? [] : read.error;
  const named = new Set(first.map(({ pointer }) => pointer));
  const errors = [...first, ...(further?.(json) ?? []).filter(({ pointer }) => !named.has(pointer))];
  if (read.ok && errors.length === 0) return read.value;
  throw new Problem("invalid", { errors });
}

function respond(request: Request, { status = 200, body, headers = {} }: Answer, { method, scope }: Operation): Response {
  const text = JSON.stringify(body);
  const etag = method === "GET" ? etagOf(text) : null;
  const cache = {
    "Cache-Control": method === "GET" ? (scope === null ? "no-cache" : "private, no-cache") : "no-store",
    Vary: "Authorization",
    ...(etag && { ETag: etag }),
    ...headers,
  };
  if (etag && status === 200 && isKnown(request.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers: cache });
  }
  return new Response(text, { status, headers: { "Content-Type": "application/json", ...cache } });
}
