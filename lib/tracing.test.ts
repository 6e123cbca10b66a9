import { SpanKind } from "@opentelemetry/api";
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { beforeEach, expect, test } from "vitest";
import { impersonal } from "./tracing";

const kept = new InMemorySpanExporter();
const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: impersonal(kept) })] });
const tracer = provider.getTracer("test");
beforeEach(() => kept.reset());

test("a span leaves without addresses, values or the text of an error", async () => {
  const span = tracer.startSpan("GET /athletes/ana-ribera@example.org?search=Ana", {
    kind: SpanKind.SERVER,
    attributes: {
      "http.target": "/athletes?search=Ana",
      "http.status_code": 500,
      "next.route": "/athletes/[id]",
      "user.email": "ana@example.org",
    },
  });
  span.recordException(new Error("Ana weighs 61"));
  span.setStatus({ code: 2, message: "Ana weighs 61" });
  span.end();
  await provider.forceFlush();
  const [sent] = kept.getFinishedSpans();
  expect(sent).toMatchObject({ name: "GET /athletes/:value", attributes: { "http.status_code": 500, "next.route": "/athletes/[id]" } });
  expect(JSON.stringify([sent?.name, sent?.attributes, sent?.events, sent?.status])).not.toMatch(/ana|Ana|61/);
  expect(sent?.spanContext().traceId).toBe(span.spanContext().traceId);
});

test("routes keep their names", async () => {
  tracer.startSpan("render route (app) /athletes/[id]").end();
  await provider.forceFlush();
  expect(kept.getFinishedSpans()[0]?.name).toBe("render route (app) /athletes/[id]");
});
