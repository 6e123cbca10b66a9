import "server-only";

/** Where a problem's `type` is explained: a place of the page about the API. */
const docs = "/api-docs";

/** Every kind of problem, with what it is called whatever the occasion. */
export const problems = {
  invalid_json: { status: 400, title: "The body is not JSON" },
  invalid_header: { status: 400, title: "A header cannot be read" },
  unauthenticated: { status: 401, title: "A token that works is needed" },
  missing_scope: { status: 403, title: "The token does not cover this" },
  not_permitted: { status: 403, title: "You may see this record, and not write in it" },
  not_found: { status: 404, title: "There is nothing here that you may see" },
  method_not_allowed: { status: 405, title: "This address does not take that method" },
  conflict: { status: 409, title: "It is there already" },
  in_progress: { status: 409, title: "The first request with this key is being answered" },
  too_large: { status: 413, title: "The body is too large" },
  unsupported_media_type: { status: 415, title: "The body must be application/json" },
  invalid: { status: 422, title: "Some fields are not right" },
  key_reused: { status: 422, title: "This key was used for another request" },
  too_many_requests: { status: 429, title: "Too many requests" },
  unavailable: { status: 503, title: "The records cannot be reached at present" },
  unexpected: { status: 500, title: "Something went wrong here" },
} as const;
export type ProblemKind = keyof typeof problems;

/** What is wrong with one field: where (JSON Pointer into the body, or a parameter's name), a code for programs, words for people. Never the value. */
export type FieldProblem = { pointer: string; code: string; detail: string };
export type QueryProblem = { parameter: string; code: string; detail: string };

export type ProblemDetails = {
  detail?: string;
  errors?: readonly (FieldProblem | QueryProblem)[];
  headers?: Readonly<Record<string, string>>;
  /** Of the record that is there already. */
  athlete_id?: string;
};

/** An expected refusal, thrown by an endpoint for its frame to answer with. */
export class Problem extends Error {
  override name = "Problem";
  constructor(
    readonly kind: ProblemKind,
    readonly details: ProblemDetails = {},
  ) {
    super(problems[kind].title);
  }
}

/** The answer of a problem (RFC 9457). */
export function problemResponse({ kind, details }: Problem, requestId: string): Response {
  const { status, title } = problems[kind];
  const { headers, ...said } = details;
  const body = { type: `${docs}#${kind}`, title, status, ...said, request_id: requestId };
  return Response.json(body, { status, headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers } });
}
