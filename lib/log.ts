import pino from "pino";

/** Structured JSON on standard output. Never a measured value, a name, an address or a form's content. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  messageKey: "message",
  formatters: { level: (label) => ({ severity: label.toUpperCase() }) },
  timestamp: pino.stdTimeFunctions.isoTime,
});
