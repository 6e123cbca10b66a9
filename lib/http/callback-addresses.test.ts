import { describe, expect, it } from "vitest";
import { asksForReadableAddresses } from "./callback-addresses";

const site = "http://localhost:3000/api/auth/signin";
const json = (body: string) => new Request(site, { method: "POST", headers: { "content-type": "application/json" }, body });
const form = (callbackUrl: string) => new Request(site, { method: "POST", body: new URLSearchParams({ callbackUrl }) });
const readable = async (request: Request) => asksForReadableAddresses(request, await request.text());

describe("where a request of the sign-in asks to be led", () => {
  it.each([
    ["nowhere", new Request(site)],
    ["a path, in the query", new Request(`${site}?callbackUrl=%2Fdashboard`)],
    ["a path, in a form", form("/dashboard")],
    ["a whole address, in JSON", json(JSON.stringify({ callbackUrl: "https://marcha.example/dashboard" }))],
    ["nowhere, in JSON that is none", json("{")],
    ["nowhere, in JSON that is no object", json("3")],
  ])("can be read: %s", async (_, request) => {
    expect(await readable(request)).toBe(true);
  });

  it.each([
    ["in the query", new Request(`${site}?callbackUrl=%7C`)],
    ["in a form", form("//elsewhere")],
    ["in JSON", json(JSON.stringify({ callbackUrl: "|=+?y8" }))],
    ["in JSON, and no text", json(JSON.stringify({ callbackUrl: ["/"] }))],
  ])("cannot be read: %s", async (_, request) => {
    expect(await readable(request)).toBe(false);
  });
});
