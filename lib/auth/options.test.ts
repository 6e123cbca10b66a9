import { randomUUID } from "node:crypto";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { getServerSession } from "next-auth";
import { encode } from "next-auth/jwt";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openTestDatabase } from "@/lib/data/testing";
import { parseEnvironment } from "@/lib/env";
import { sharedThroughGoogle } from "@/lib/http/shared-sign-in";
import { log } from "@/lib/log";
import { createOptions } from "./options";

const jar = new Map<string, { value: string }>();
vi.mock("next/headers", () => ({ cookies: async () => jar }));

const secret = "s".repeat(32);
const claims = { userId: randomUUID(), sessionVersion: 0 };

async function sessionOf(protocol: "http" | "https", cookieName: string, address?: string) {
  if (address) vi.stubEnv("NEXTAUTH_URL", address);
  const options = createOptions(parseEnvironment({ NEXTAUTH_SECRET: secret, AUTH_TRUST_HOST: "1", NEXTAUTH_URL: address }));
  const token = await encode({ token: claims, secret });
  const request = Object.assign(new IncomingMessage(new Socket()), {
    headers: { host: "marcha.example", "x-forwarded-proto": protocol },
    cookies: { [cookieName]: token },
  });
  return getServerSession(request, new ServerResponse(request), options);
}

const plain = "next-auth.session-token";
const secure = "__Secure-next-auth.session-token";

describe("the session's cookie", () => {
  beforeEach(() => vi.stubEnv("AUTH_TRUST_HOST", "1"));
  afterEach(() => vi.unstubAllEnvs());

  it("is secure behind a proxy that speaks https, without an address being set", async () => {
    expect(await sessionOf("https", secure)).toMatchObject({ claims });
    expect(await sessionOf("https", plain)).toBeNull();
  });

  it("is plain over http", async () => {
    expect(await sessionOf("http", plain)).toMatchObject({ claims });
    expect(await sessionOf("http", secure)).toBeNull();
  });

  it("follows the address where one is set, whatever the proxy says", async () => {
    expect(await sessionOf("http", secure, "https://marcha.example")).toMatchObject({ claims });
    expect(await sessionOf("https", plain, "http://marcha.example")).toMatchObject({ claims });
  });
});

it("logs the code of what failed and nothing of it", () => {
  const error = vi.spyOn(log, "error");
  const warn = vi.spyOn(log, "warn");
  const { logger } = createOptions(parseEnvironment({}));
  logger?.error?.("OAUTH_CALLBACK_ERROR", new Error("token=marker"));
  logger?.warn?.("NEXTAUTH_URL");
  expect(error.mock.calls).toEqual([[{ code: "OAUTH_CALLBACK_ERROR" }, "sign-in failed"]]);
  expect(JSON.stringify(warn.mock.calls)).toContain("NEXTAUTH_URL");
});

describe("who comes back from Google", () => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ close } = await openTestDatabase());
  });
  afterAll(() => close());
  const profile = { sub: "google-ana", email: "ana@example.org", email_verified: true, name: "Ana" };
  const claimsBack = () =>
    createOptions(parseEnvironment({})).callbacks?.jwt?.({
      token: {},
      user: { id: profile.sub },
      account: { provider: "google", type: "oauth", providerAccountId: profile.sub },
      profile,
    });

  it("has a session that ends when nothing is done where others use the device", async () => {
    jar.set(sharedThroughGoogle, { value: "yes" });
    expect(await claimsBack()).toMatchObject({ shared: true });
  });

  it("has an ordinary one where nobody else does", async () => {
    jar.set(sharedThroughGoogle, { value: "no" });
    expect(await claimsBack()).not.toHaveProperty("shared");
  });
});
