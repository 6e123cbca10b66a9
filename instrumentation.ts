import type { Instrumentation } from "next";

/** Runs once when the server starts: a wrong variable stops it here, by name. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { EnvironmentError, environment } = await import("@/lib/env");
  try {
    environment();
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** What nobody expected, logged once under the reference that the person's error page shows. Never the error's text: it may hold what was typed. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("@/lib/log");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  const stack = error instanceof Error ? error.stack?.split("\n").filter((line) => line.trimStart().startsWith("at ")) : undefined;
  log.error(
    { digest, error: error instanceof Error ? error.name : typeof error, stack, route: context.routePath, kind: context.routeType, method: request.method },
    "request failed",
  );
};
