import { AsyncLocalStorage } from "node:async_hooks";

declare global {
  var marchaRequests: AsyncLocalStorage<RequestContext> | undefined;
}

/** What every line of the log may say of the request it was written for. */
export type RequestContext = {
  readonly requestId: string;
  /** The other end of the connection. */
  readonly peer: string;
  /** The database could not be asked. */
  unavailable?: boolean;
  /** What was sent is nothing that a page of ours sends. */
  malformed?: boolean;
  /** The method is one that nothing here takes: what answers refuses it. */
  unknownMethod?: boolean;
  /** The status that was sent: Next may change the response's afterwards. */
  answered?: number;
};

/** On `globalThis`, for Next holds this file more than once. */
export function requestContext(): AsyncLocalStorage<RequestContext> {
  globalThis.marchaRequests ??= new AsyncLocalStorage<RequestContext>();
  return globalThis.marchaRequests;
}
