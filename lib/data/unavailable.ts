import "server-only";
import { requestContext } from "@/lib/http/request-context";
import { unavailableDigest } from "@/lib/unavailable";

/** How Prisma's adapter calls a connection that is not there or was lost. */
const kinds = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]);
/** PostgreSQL's own words for it (appendix A of its manual): ending, ended by a crash, starting, no room for another or on its disk, a disk that fails; and the system's for a socket. */
const codes = /^(57P0[1-3]|53\w{3}|58030|08\w{3}|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/;
/** The driver gives these no code. */
const messages =
  /timeout expired|timeout exceeded when trying to connect|Connection terminated|not queryable|Cannot use a pool after calling end/;

/** Whether it was no refusal: the database could not be asked. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const cause: unknown = error.cause;
  const said = [error, cause].filter((each) => typeof each === "object" && each !== null);
  return (
    messages.test(error.message) ||
    said.some((each) => ("code" in each && codes.test(String(each.code))) || ("kind" in each && kinds.has(String(each.kind))))
  );
}

/** Notes for the request's answer that the database could not be asked: it becomes a 503. */
export function noteUnreachable(error: unknown): void {
  const context = requestContext().getStore();
  if (context && isUnreachable(error)) context.unavailable = true;
}

/** The error, and where the database could not be asked the mark of it that a page may know. */
export function marked(error: unknown): unknown {
  if (!(error instanceof Error) || !requestContext().getStore()?.unavailable) return error;
  return Object.assign(error, { digest: unavailableDigest(requestContext().getStore()?.requestId) });
}
