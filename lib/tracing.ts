import { context, propagation, SpanKind, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, type ReadableSpan, type SpanExporter, TracerProvider } from "@opentelemetry/sdk-trace";
import { maskedPath } from "./http/masked-path";

/** What leaves this process of a span: what was done and how long it took, never for whom or with which values. */
const keptAttributes = new Set([
  "http.method",
  "http.request.method",
  "http.status_code",
  "http.response.status_code",
  "http.route",
  "next.route",
  "next.span_type",
  "error.type",
]);

/**
 * Sends the traces that Next makes of each request to an OpenTelemetry collector, by OTLP over HTTP. Addresses are masked, errors'
 * texts left out. Returns what sends the rest and ends it.
 */
export function startTracing(endpoint: string): () => Promise<void> {
  const exporter = new OTLPTraceExporter({ url: new URL("v1/traces", endpoint.endsWith("/") ? endpoint : `${endpoint}/`).href });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": "marcha" }),
    spanProcessors: [new BatchSpanProcessor({ exporter: impersonal(exporter) })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return () => provider.shutdown();
}

/** An exporter that is handed spans without anything personal. */
export function impersonal(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(withoutPersons), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}

function withoutPersons(span: ReadableSpan): ReadableSpan {
  const attributes = Object.fromEntries(Object.entries(span.attributes).filter(([name]) => keptAttributes.has(name)));
  const kept = {
    name: span.kind === SpanKind.CLIENT ? "request to another service" : maskedName(span.name),
    attributes,
    events: [],
    links: [],
    status: { code: span.status.code },
  };
  return Object.create(
    span,
    Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, { value, enumerable: true }])),
  ) as ReadableSpan;
}

/** Next names spans by method and route, or by the path where it knows no route. */
function maskedName(name: string): string {
  return name
    .split(" ")
    .map((word) => (word.startsWith("/") && !word.includes("[") ? maskedPath(word) : word))
    .join(" ");
}
