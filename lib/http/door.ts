import { type IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from "node:http";
import { longestBody } from "./longest-body";
import { requestContext } from "./request-context";

const known = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Next looks at both in time that grows with the square of their length, and everybody waits: in letters, and in parts that "&" joins. */
const longestUserAgent = 512;
const longestAddress = 4096;
const mostParameters = 200;

/**
 * From now on refuses, before Next looks at it, what Next would fail on, keep in memory whole or take long over, whoever asks: on
 * every server of this process. Returns what undoes it.
 */
export function guardDoor(): () => void {
  // Next makes the server itself and begins to read a body before any code of ours is asked.
  const { emit } = Server.prototype;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...about: unknown[]): boolean {
    const [request, response] = about;
    if (event === "request" && request instanceof IncomingMessage && response instanceof ServerResponse) {
      if (!isKnown(request)) leaveToEndpoint(request);
      shortenUserAgent(request.headers);
      const status = refusalOf(request);
      if (status !== null) {
        // Node reads on and forgets what it read, so that whoever still sends hears the answer.
        response.writeHead(status, { "Content-Length": "0", ...(status === 405 && { Allow: known.join(", ") }) }).end();
        return true;
      }
    }
    return Reflect.apply(emit, this, [event, ...about]);
  };
  return () => {
    Server.prototype.emit = emit;
  };
}

const isKnown = ({ method = "" }: IncomingMessage) => known.includes(method);
/** Not where dots lead out of there again. */
const isForPrograms = ({ url = "" }: IncomingMessage) => url.startsWith("/api/v1/") && !/(?:\.|%2e){2}/i.test(url);

/** Next hands its routes no method that it does not know; one for programs says itself which it takes. */
function leaveToEndpoint(request: IncomingMessage): void {
  const context = requestContext().getStore();
  if (!context || !isForPrograms(request)) return;
  context.unknownMethod = true;
  request.method = "OPTIONS";
}

function shortenUserAgent(headers: IncomingHttpHeaders): void {
  headers["user-agent"] &&= headers["user-agent"].slice(0, longestUserAgent);
}

function refusalOf(request: IncomingMessage): number | null {
  const { url = "" } = request;
  // Asked of the server and of no page.
  if (url === "*") return 400;
  if (url.length > longestAddress || url.split("&").length > mostParameters) return 414;
  if (!isKnown(request)) return 405;
  // Endpoints for programs read no more than each says, and answer in their own form.
  if (Number(request.headers["content-length"] ?? 0) > longestBody && !isForPrograms(request)) return 413;
  return null;
}
