import type { Instrumentation } from "next";
import { isMalformed, noteMalformed } from "./http/malformed";
import { log } from "./log";

/**
 * Logs what nobody expected, once, under the reference that the person's error page shows and the request's id.
 * Never the error's text: it may hold what somebody typed.
 */
export const logRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const known = error instanceof Error;
  if (isMalformed(error, request.method)) {
    noteMalformed();
    log.info(
      { error: known ? error.name : typeof error, route: context.routePath, kind: context.routeType },
      "a request that no page sends",
    );
    return;
  }
  log.error(
    {
      digest: known && "digest" in error ? String(error.digest) : undefined,
      error: known ? error.name : typeof error,
      stack: known ? error.stack?.split("\n").filter((line) => line.trimStart().startsWith("at ")) : undefined,
      route: context.routePath,
      kind: context.routeType,
      method: request.method,
    },
    "request failed",
  );
};
