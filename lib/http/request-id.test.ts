import { expect, test } from "vitest";
import { requestIdOf } from "./request-id";

const trace = "0af7651916cd43dd8448eb211c80319c";
const of = (headers: Record<string, string | undefined>) => requestIdOf((name) => headers[name]);

test("is the trace that Google's front end or a tracing proxy names", () => {
  expect(of({ "x-cloud-trace-context": `${trace}/123;o=1` })).toBe(trace);
  expect(of({ traceparent: `00-${trace}-b7ad6b7169203331-01` })).toBe(trace);
});

test("is one of its own where none is named, or text that is none", () => {
  for (const headers of [{}, { "x-cloud-trace-context": "x\ny" }, { traceparent: `00-${trace}-1` }]) {
    expect(of(headers)).toMatch(/^[0-9a-f]{32}$/);
    expect(of(headers)).not.toBe(of(headers));
  }
});
