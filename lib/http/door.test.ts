import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { guardDoor } from "./door";
import { longestBody } from "./longest-body";

const reached: string[] = [];
const server = createServer((asked, response) => {
  reached.push(`${asked.method} ${asked.url}`);
  asked.resume().once("end", () => response.end());
});
let undo = () => {};

beforeAll(async () => {
  undo = guardDoor();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
beforeEach(() => void reached.splice(0));
afterAll(async () => {
  undo();
  await new Promise((resolve) => server.close(resolve));
});

function ask(method: string, path: string, body?: Buffer): Promise<{ status: number | undefined; allow: string | undefined }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, host: "127.0.0.1", method, path, agent: false, headers: body && { "content-length": body.length } }, (answer) => {
      answer.resume().once("end", () => resolve({ status: answer.statusCode, allow: answer.headers.allow }));
    })
      .once("error", reject)
      .end(body);
  });
}

test("a body too long for any page is refused before anything reads it", async () => {
  expect((await ask("POST", "/api/auth/callback/credentials", Buffer.alloc(9 * 1024 * 1024))).status).toBe(413);
  expect((await ask("POST", "/", Buffer.alloc(longestBody + 1))).status).toBe(413);
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

test("TRACE, of which Next makes an error, is no method here", async () => {
  expect(await ask("TRACE", "/api/v1/athletes")).toEqual({ status: 405, allow: "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS" });
  expect(reached).toEqual([]);
});
