import pino from "pino";
import { logLevelSchema } from "./env";
import { requestContext } from "./http/request-context";

const severities: Readonly<Record<string, string>> = { trace: "DEBUG", warn: "WARNING", fatal: "CRITICAL" };

/** Structured JSON, in the fields that Cloud Logging knows, on standard output. Never a measured value, a name, an address or a form's content. */
export const log = pino({
  // A wrong level stops the server when it starts (lib/start.ts); a log must not be what fails.
  level: logLevelSchema.catch("info").parse(process.env.LOG_LEVEL),
  base: null,
  messageKey: "message",
  formatters: { level: (label) => ({ severity: severities[label] ?? label.toUpperCase() }) },
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: requestFields,
});

/** Which request a line was written for, in our words and in those by which Cloud Logging puts lines beside their request. */
function requestFields(): Readonly<Record<string, string>> {
  const requestId = requestContext().getStore()?.requestId;
  if (!requestId) return {};
  const project = process.env.GOOGLE_CLOUD_PROJECT;
  return { requestId, ...(project && { "logging.googleapis.com/trace": `projects/${project}/traces/${requestId}` }) };
}
