import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { requestContext } from "./request-context";

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

/** As a server knows it that was started with these variables. */
async function clientOf(variables: Record<string, string>, headers: Record<string, string> = {}, peer = "198.51.100.1"): Promise<string> {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const { clientAddressOf } = await import("./client-address");
  const header = (name: string) => new Headers(headers).get(name);
  return requestContext().run({ requestId: "", peer }, () => clientAddressOf(header));
}

describe("who asks", () => {
  it("is the other end of the connection where no proxy is trusted, whatever the client says of itself", async () => {
    const forged = { "x-forwarded-for": "203.0.113.9", "x-appengine-user-ip": "203.0.113.9" };
    expect(await clientOf({}, forged)).toBe("198.51.100.1");
    expect(await clientOf({}, forged, "")).toBe("unknown");
  });

  it("is the last that a trusted proxy added: those before it are the client's words", async () => {
    const trusting = { AUTH_TRUST_HOST: "1" };
    expect(await clientOf(trusting, { "x-forwarded-for": "203.0.113.9, 203.0.113.7" })).toBe("203.0.113.7");
    expect(await clientOf(trusting, { "x-forwarded-for": "" })).toBe("198.51.100.1");
  });

  it("is who App Engine says, and not its last proxy, which is Google's", async () => {
    const there = { GAE_SERVICE: "default", AUTH_TRUST_HOST: "1" };
    expect(await clientOf(there, { "x-appengine-user-ip": "203.0.113.7", "x-forwarded-for": "203.0.113.7, 169.254.1.1" })).toBe(
      "203.0.113.7",
    );
    expect(await clientOf(there, { "x-forwarded-for": "203.0.113.9" })).toBe("unknown");
  });

  it("is a network where one connection has more addresses than anybody can count", async () => {
    expect(await clientOf({}, {}, "2001:db8:1:2::7")).toBe(await clientOf({}, {}, "2001:db8:1:2:3:4:5:6"));
  });
});
