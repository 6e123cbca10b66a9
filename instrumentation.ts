import type { Instrumentation } from "next";

// Next looks for this file here. The imports stand inside the conditions so that the edge bundle does not take them.

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  (await import("@/lib/start")).checkStart();
  const endpoint = (await import("@/lib/env")).environment().OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint) (await import("@/lib/tracing")).startTracing(endpoint);
  (await import("@/lib/http/request-log")).logRequests();
  (await import("@/lib/http/door")).guardDoor();
  // Long work is taken up once the first page can have been answered: its code and its queue are a good part of a start.
  setTimeout(() => void import("@/lib/background").then(({ beginBackground }) => beginBackground()), 3_000).unref();
}

export const onRequestError: Instrumentation.onRequestError = async (...failure) => {
  if (process.env.NEXT_RUNTIME === "nodejs") (await import("@/lib/request-error")).logRequestError(...failure);
};
