import { describe, expect, it } from "vitest";
import { isMalformed, MalformedRequest, requireForm, requireTexts } from "./malformed";
import { type RequestContext, requestContext } from "./request-context";

describe("what a server action is handed", () => {
  it("is a form, or a request that is answered 400", () => {
    const context: RequestContext = { requestId: "0af7651916cd43dd8448eb211c80319c", peer: "" };
    requestContext().run(context, () => {
      requireForm(new FormData());
      requireTexts("a", "b");
      expect(context.malformed).toBeUndefined();
      for (const other of [undefined, null, "text", 1, {}, [new FormData()]]) expect(() => requireForm(other)).toThrow(MalformedRequest);
      expect(() => requireTexts("a", 1)).toThrow(MalformedRequest);
    });
    expect(context.malformed).toBe(true);
  });

  it("could not be taken apart where Next threw, and is ours where we did", () => {
    const error = (...frames: string[]) =>
      Object.assign(new Error("x"), { stack: ["Error: x", ...frames.map((frame) => `    at ${frame}`)].join("\n") });
    const [next, own] = ["tI (/a/node_modules/next/dist/compiled/x.js:1:1)", "s (/a/.next/server/chunks/x.js:1:1)"];
    expect(isMalformed(error("JSON.parse (<anonymous>)", next, own), "POST")).toBe(true);
    expect(isMalformed(error("multipartFormDataParser (node:internal/deps/undici/undici:6472:15)"), "POST")).toBe(true);
    expect(isMalformed(error(next), "GET")).toBe(false);
    expect(isMalformed(error(own, next), "POST")).toBe(false);
    expect(isMalformed(error("r (/a/node_modules/@prisma/client/x.js:1:1)", next), "POST")).toBe(false);
    expect(isMalformed(error(), "POST")).toBe(false);
    expect(isMalformed("text", "POST")).toBe(false);
    expect(isMalformed(new MalformedRequest("x"), "GET")).toBe(true);
  });
});
