import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { IncomingMessage, ServerResponse, STATUS_CODES } from "node:http";
import { z } from "zod";
import { log } from "@/lib/log";
import { maskedPath } from "./masked-path";
import { type RequestContext, requestContext } from "./request-context";
import { requestIdHeader, requestIdOf } from "./request-id";

const startSchema = z.object({ request: z.instanceof(IncomingMessage), response: z.instanceof(ServerResponse) });
export const retryAfterSeconds = 10;
const channel = "http.server.request.start";

/**
 * From now on every request that reaches this process has an id, in its header and in each line of the log that it causes, and is
 * logged with method, masked path, status and time when it is answered. Returns what undoes it.
 */
export function logRequests(): () => void {
  subscribe(channel, begin);
  return () => {
    unsubscribe(channel, begin);
  };
}

function begin(message: unknown): void {
  const { request, response } = startSchema.parse(message);
  const begun = performance.now();
  // The door may change it.
  const { method } = request;
  const requestId = requestIdOf((name) => [request.headers[name]].flat()[0]);
  // Whatever a client calls it, the id is ours.
  request.headers[requestIdHeader] = requestId;
  // Next fails on an address that is no text.
  const malformed = !isText(request.url ?? "");
  const context: RequestContext = { requestId, peer: request.socket.remoteAddress ?? "", malformed };
  requestContext().enterWith(context);
  sayWhoFailed(response, context);
  const path = maskedPath(request.url ?? "");
  if (path === "/_next/static") return;
  response.once("close", () => {
    const { statusCode, writableFinished } = response;
    const status = context.answered ?? statusCode;
    const seconds = ((performance.now() - begun) / 1000).toFixed(3);
    const httpRequest = { requestMethod: method, requestUrl: path, status, latency: `${seconds}s` };
    log[levelOf(status, path)]({ httpRequest, requestId, ...(!writableFinished && { aborted: true }) }, "request");
  });
}

function isText(address: string): boolean {
  try {
    decodeURI(address.split("?")[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/** A failure because the database cannot be reached, or because of what was sent, is told from one of ours. */
function sayWhoFailed(response: ServerResponse, context: RequestContext): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (asked: number, ...rest: never[]) => {
    const status = asked === 500 ? statusOf(context) : asked;
    context.answered = status;
    if (status === asked) return writeHead(status, ...rest);
    if (status === 503) response.setHeader("Retry-After", retryAfterSeconds);
    response.statusMessage = STATUS_CODES[status] ?? "";
    return writeHead(status, ...rest);
  };
}

/** Of what failed. */
function statusOf({ unavailable, malformed }: RequestContext): 400 | 500 | 503 {
  if (unavailable) return 503;
  return malformed ? 400 : 500;
}

function levelOf(status: number, path: string): "debug" | "info" | "warn" {
  if (status >= 500) return "warn";
  return path === "/api/health" || path === "/_ah/warmup" ? "debug" : "info";
}
