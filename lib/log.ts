import pino from "pino";
import { logLevelSchema } from "./env";

/** Structured JSON on standard output. Never a measured value, a name, an address or a form's content. */
export const log = pino({
  // A wrong level stops the server when it starts (lib/start.ts); a log must not be what fails.
  level: logLevelSchema.catch("info").parse(process.env.LOG_LEVEL),
  base: null,
  messageKey: "message",
  formatters: { level: (label) => ({ severity: label.toUpperCase() }) },
  timestamp: pino.stdTimeFunctions.isoTime,
});
