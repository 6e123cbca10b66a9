import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { noteMalformed } from "./malformed";
import { requestContext } from "./request-context";
import { logRequests } from "./request-log";

const info = vi.spyOn(log, "info").mockImplementation(() => {});
const warn = vi.spyOn(log, "warn").mockImplementation(() => {});
const seen: { header: unknown; context: unknown }[] = [];
const server = createServer(async (request, response) => {
  await new Promise((resolve) => setImmediate(resolve));
  seen.push({ header: request.headers["x-request-id"], context: requestContext().getStore()?.requestId });
  response.statusCode = /^\/(?:fails|refuses)/.test(request.url ?? "") ? 500 : 200;
  if (request.url === "/refuses") noteMalformed();
  if (request.url === "/changed") request.method = "GET";
  response.end();
  // As Next does where it failed twice.
  if (request.url === "/refuses") response.statusCode = 500;
});
let undo = () => {};
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  undo = logRequests();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(async () => {
  undo();
  await new Promise((resolve) => server.close(resolve));
});

test("a request is known by one id, in its header and where its work is done, whatever the client says", async () => {
  await fetch(`${address()}/athletes?search=Ana`, { headers: { "x-request-id": "mine" } });
  const [{ header, context } = {}] = seen;
  expect(header).toMatch(/^[0-9a-f]{32}$/);
  expect(context).toBe(header);
});

test("its line says what was asked and nothing of whom", async () => {
  await fetch(`${address()}/reset/s3cret?search=Ana`, { method: "POST" });
  await vi.waitFor(() => expect(info.mock.calls.some(([about]) => JSON.stringify(about).includes("/reset/"))).toBe(true));
  const line = JSON.stringify(info.mock.calls.at(-1));
  expect(line).toContain('"requestUrl":"/reset/:value"');
  expect(line).not.toMatch(/s3cret|Ana/);
});

test("its line names the method that was asked, whatever is made of it", async () => {
  await fetch(`${address()}/changed`, { method: "OPTIONS" });
  await vi.waitFor(() => expect(JSON.stringify(info.mock.calls.at(-1))).toContain("/changed"));
  expect(info.mock.calls.at(-1)?.[0]).toMatchObject({ httpRequest: { requestMethod: "OPTIONS" } });
});

test("what failed is a warning, and keeps a trace's id", async () => {
  const trace = "0af7651916cd43dd8448eb211c80319c";
  await fetch(`${address()}/fails`, { headers: { "x-cloud-trace-context": `${trace}/1` } });
  await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce());
  expect(warn.mock.calls[0]?.[0]).toMatchObject({ requestId: trace, httpRequest: { status: 500, requestMethod: "GET" } });
});

test("what was the sender's fault is no warning, and its line says what the sender was told", async () => {
  warn.mockClear();
  expect((await fetch(`${address()}/refuses`)).status).toBe(400);
  await vi.waitFor(() => expect(JSON.stringify(info.mock.calls.at(-1))).toContain("/refuses"));
  expect(info.mock.calls.at(-1)?.[0]).toMatchObject({ httpRequest: { status: 400 } });
  expect(warn).not.toHaveBeenCalled();
});
