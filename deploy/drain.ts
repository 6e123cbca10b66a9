import { subscribe } from "node:diagnostics_channel";
import { ServerResponse } from "node:http";
import { z } from "zod";

/** An instance that was told to end takes requests until none came for so long, but no longer than `mostMs`: some were on their way. */
const quietMs = 400;
const mostMs = 10_000;

type Listener = (signal: "SIGTERM") => void;
const isListener = (value: unknown): value is Listener => typeof value === "function";
const startSchema = z.object({ response: z.instanceof(ServerResponse) });

/**
 * Holds the signal to end back until the instance is quiet, before Next and the workers hear of it: what waits to be accepted is
 * answered, and each answer closes its connection, so that the next request goes elsewhere. (Next's own end closes connections
 * whose requests it has not read yet.)
 */
export function drainBeforeEnd(): void {
  const held: Listener[] = [];
  let [underWay, endingSince, busyAt] = [0, 0, 0];

  subscribe("http.server.request.start", (message) => {
    const { response } = startSchema.parse(message);
    underWay++;
    response.once("close", () => {
      underWay--;
      busyAt = Date.now();
    });
    if (endingSince > 0) response.setHeader("Connection", "close");
  });
  process.on("newListener", (event, listener: unknown) => {
    if (event !== "SIGTERM" || listener === end || !isListener(listener)) return;
    queueMicrotask(() => {
      process.removeListener("SIGTERM", listener);
      held.push(listener);
    });
  });
  process.on("SIGTERM", end);

  function end(): void {
    if (endingSince > 0) return;
    endingSince = busyAt = Date.now();
    const timer = setInterval(() => {
      const now = Date.now();
      const quiet = underWay === 0 && now - busyAt >= quietMs;
      if (!quiet && now - endingSince < mostMs) return;
      clearInterval(timer);
      for (const listener of held) listener("SIGTERM");
    }, quietMs / 4);
  }
}
