import { requestContext } from "./request-context";

/** A request that no page of ours sends: answered 400, for nothing of ours went wrong. */
export class MalformedRequest extends Error {
  override name = "MalformedRequest";
}

/** What a server action is handed is whatever somebody sent, whatever its type says. Throws {@link MalformedRequest} where it is no form. */
export function requireForm(value: unknown): asserts value is FormData {
  if (!(value instanceof FormData)) refuse();
}

/** As {@link requireForm}, for arguments that are texts. */
export function requireTexts(...values: unknown[]): void {
  if (values.some((value) => typeof value !== "string")) refuse();
}

function refuse(): never {
  noteMalformed();
  throw new MalformedRequest("a server action was called with other arguments than a page's");
}

/** Notes for the request's answer that what was sent cannot be read: a failure becomes a 400. */
export function noteMalformed(): void {
  const context = requestContext().getStore();
  if (context) context.malformed = true;
}

/** Whether somebody sent what cannot be read: an action refused it, or Next could not even take it apart. */
export function isMalformed(error: unknown, method: string): boolean {
  if (!(error instanceof Error)) return false;
  // By its name: the bundles hold this class more than once.
  return error.name === "MalformedRequest" || (method === "POST" && takenApart.test(thrownAt(error)));
}

/** Next's own code, and Node's that reads forms. */
const takenApart = /next\/dist\/|node:internal\/deps\/undici/;

/** The first frame of the stack that says whose code it was. */
function thrownAt({ stack = "" }: Error): string {
  const frames = stack.split("\n").filter((line) => line.trimStart().startsWith("at "));
  return frames.find((frame) => takenApart.test(frame) || !/node:|<anonymous>|native/.test(frame)) ?? "";
}
