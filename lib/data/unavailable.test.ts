import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type RequestContext, requestContext } from "@/lib/http/request-context";
import { isUnavailable } from "@/lib/unavailable";
import { createPostgresAdapter } from "./adapter";
import { createDatabase } from "./database";
import { isUnreachable } from "./unavailable";

describe("a database that is not there", () => {
  const context = () => ({ requestId: "0af7651916cd43dd8448eb211c80319c", peer: "" });
  let close = () => {};
  afterEach(() => close());

  it("is told from a refusal, to the request and to its page", async () => {
    const asked: RequestContext = context();
    const client = createDatabase(createPostgresAdapter("postgresql://nobody@127.0.0.1:1/none", 1));
    const error = await requestContext().run(asked, () => client.user.count().catch((failed: unknown) => failed));
    expect(asked.unavailable).toBe(true);
    expect(isUnavailable(error)).toBe(true);
    await client.$disconnect();
  });

  it("that takes a connection and says nothing is given up soon", async () => {
    const server = createServer(() => {});
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    close = () => server.close();
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const client = createDatabase(createPostgresAdapter(`postgresql://nobody@127.0.0.1:${port}/none`, 1));
    const asked: RequestContext = context();
    await expect(requestContext().run(asked, async () => await client.user.count())).rejects.toThrow();
    expect(asked.unavailable).toBe(true);
  }, 15_000);
});

describe("isUnreachable", () => {
  it.each([
    [new Error("x", { cause: { kind: "DatabaseNotReachable" } }), true],
    [new Error("x", { cause: { kind: "postgres", code: "57P01" } }), true],
    [new Error("x", { cause: { kind: "postgres", code: "53100" } }), true],
    [Object.assign(new Error("connect ENOENT"), { code: "ENOENT" }), true],
    [new Error("Connection terminated unexpectedly"), true],
    [new Error("x", { cause: { kind: "postgres", code: "23505" } }), false],
    [new Error("x", { cause: { kind: "UniqueConstraintViolation" } }), false],
    ["text", false],
  ])("%s: %s", (error, expected) => {
    expect(isUnreachable(error)).toBe(expected);
  });
});
