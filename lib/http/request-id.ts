import { randomUUID } from "node:crypto";

export const requestIdHeader = "x-request-id";

/** 32 hexadecimal digits at the beginning of what Google's front end adds: TRACE_ID/SPAN_ID;o=OPTIONS. */
const cloudTrace = /^([0-9a-f]{32})(?:\/|$)/;
const w3cTrace = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Under which the log knows a request: the trace it belongs to where whoever forwards it says one, else one of its own. */
export function requestIdOf(header: (name: string) => string | null | undefined): string {
  const trace = cloudTrace.exec(header("x-cloud-trace-context") ?? "") ?? w3cTrace.exec(header("traceparent") ?? "");
  return trace?.[1] ?? randomUUID().replaceAll("-", "");
}
