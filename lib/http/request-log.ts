import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { IncomingMessage, ServerResponse } from "node:http";
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
    const { statusCode: status, writableFinished } = response;
    const seconds = ((performance.now() - begun) / 1000).toFixed(3);
    const httpRequest = { requestMethod: request.method, requestUrl: path, status, latency: `${seconds}s` };
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
  response.writeHead = (status: number, ...rest: never[]) => {
    if (status !== 500 || !(context.unavailable || context.malformed)) return writeHead(status, ...rest);
    if (!context.unavailable) {
      response.statusMessage = "Bad Request";
      return writeHead(400, ...rest);
    }
    response.setHeader("Retry-After", retryAfterSeconds);
    response.statusMessage = "Service Unavailable";
    return writeHead(503, ...rest);
  };
}

function levelOf(status: number, path: string): "debug" | "info" | "warn" {
  if (status >= 500) return "warn";
  return path === "/api/health" || path === "/_ah/warmup" ? "debug" : "info";
}
