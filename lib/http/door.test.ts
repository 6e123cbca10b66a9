import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { guardDoor } from "./door";
import { longestBody } from "./longest-body";
import { requestContext } from "./request-context";
import { logRequests } from "./request-log";

const reached: string[] = [];
let agent = "";
const server = createServer((asked, response) => {
  agent = asked.headers["user-agent"] ?? "";
  reached.push(`${asked.method} ${asked.url}${requestContext().getStore()?.unknownMethod ? ", of an unknown method" : ""}`);
  asked.resume().once("end", () => response.end());
});
let undo = () => {};

beforeAll(async () => {
  const ends = [logRequests(), guardDoor()];
  undo = () => {
    for (const end of ends) end();
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
beforeEach(() => void reached.splice(0));
afterAll(async () => {
  undo();
  await new Promise((resolve) => server.close(resolve));
});

function ask(
  method: string,
  path: string,
  body?: Buffer,
  sent: Record<string, string> = {},
): Promise<{ status: number | undefined; allow: string | undefined }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request(
      { port, host: "127.0.0.1", method, path, agent: false, headers: { ...sent, ...(body && { "content-length": body.length }) } },
      (answer) => {
        answer.resume().once("end", () => resolve({ status: answer.statusCode, allow: answer.headers.allow }));
      },
    )
      .once("error", reject)
      .end(body);
  });
}

test("a body too long for any page is refused before anything reads it", async () => {
  expect((await ask("POST", "/api/auth/callback/credentials", Buffer.alloc(9 * 1024 * 1024))).status).toBe(413);
  expect((await ask("POST", "/", Buffer.alloc(longestBody + 1))).status).toBe(413);
  expect(reached).toEqual([]);
});

test("a path that leads out of the endpoints for programs is none of theirs", async () => {
  for (const path of ["/api/v1/../../sign-in", "/api/v1/%2e%2e/%2E./sign-in"]) {
    expect((await ask("POST", path, Buffer.alloc(longestBody + 1))).status).toBe(413);
    expect((await ask("QUERY", path)).status).toBe(405);
  }
  expect(reached).toEqual([]);
});

test("what Next would take long to look at is refused or cut off", async () => {
  expect((await ask("GET", `/faq?${"a&".repeat(1000)}`)).status).toBe(414);
  expect((await ask("GET", `/faq?${"a".repeat(5000)}`)).status).toBe(414);
  expect(reached).toEqual([]);
  expect((await ask("GET", "/faq?a=1&b=2", undefined, { "user-agent": `Firefox ${"A".repeat(12_000)}` })).status).toBe(200);
  expect(agent).toMatch(/^Firefox A{504}$/);
});

test("what is asked of the server and not of a page is refused", async () => {
  expect((await ask("OPTIONS", "*")).status).toBe(400);
  expect(reached).toEqual([]);
});

test("the largest piece of an import and the largest batch of a program come in", async () => {
  expect((await ask("PUT", "/import/x/pieces/0", Buffer.alloc(1024 * 1024))).status).toBe(200);
  expect((await ask("POST", "/api/v1/predictions", Buffer.alloc(4 * 1024 * 1024))).status).toBe(200);
  expect(reached).toEqual(["PUT /import/x/pieces/0", "POST /api/v1/predictions"]);
});

test("what is asked without a body comes in", async () => {
  expect((await ask("GET", "/")).status).toBe(200);
  expect(reached).toEqual(["GET /"]);
});

test.each(["TRACE", "QUERY", "PROPFIND"])("%s, of which Next makes an error, is no method here", async (method) => {
  expect(await ask(method, "/athletes")).toEqual({ status: 405, allow: "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS" });
  expect(reached).toEqual([]);
});

test.each(["TRACE", "QUERY", "PROPFIND"])(
  "%s reaches an endpoint for programs as what Next hands on, for it to be refused there",
  async (method) => {
    expect((await ask(method, "/api/v1/athletes")).status).toBe(200);
    expect(reached).toEqual(["OPTIONS /api/v1/athletes, of an unknown method"]);
    await ask("OPTIONS", "/api/v1/athletes");
    expect(reached.at(-1)).toBe("OPTIONS /api/v1/athletes");
  },
);
