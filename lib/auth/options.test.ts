import { randomUUID } from "node:crypto";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { getServerSession } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "@/lib/data/database";
import { auditTrail, openTestDatabase } from "@/lib/data/testing";
import { parseEnvironment } from "@/lib/env";
import { sharedThroughGoogle } from "@/lib/http/shared-sign-in";
import { log } from "@/lib/log";
import { claimsOf, newSession } from "./claims";
import { createOptions } from "./options";

const jar = new Map<string, { value: string }>();
vi.mock("next/headers", () => ({
  cookies: async () => jar,
  headers: async () => new Headers({ "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0" }),
}));

const secret = "s".repeat(32);
const claims = newSession({ userId: randomUUID(), sessionVersion: 0 }, { means: "password" });

async function sessionOf(protocol: "http" | "https", cookieName: string, said: object = claims) {
  const options = createOptions(parseEnvironment({ NEXTAUTH_SECRET: secret, AUTH_TRUST_HOST: "1" }), protocol === "https");
  const token = await encode({ token: { ...said }, secret });
  const request = Object.assign(new IncomingMessage(new Socket()), {
    headers: { host: "marcha.example", "x-forwarded-proto": protocol },
    cookies: { [cookieName]: token },
  });
  return getServerSession(request, new ServerResponse(request), options);
}

const plain = "next-auth.session-token";
const secure = "__Host-next-auth.session-token";

describe("the session's cookie", () => {
  beforeEach(() => vi.stubEnv("AUTH_TRUST_HOST", "1"));
  afterEach(() => vi.unstubAllEnvs());

  it("is secure over https, and no other host of the domain can set it", async () => {
    expect(await sessionOf("https", secure)).toMatchObject({ claims });
    expect(await sessionOf("https", plain)).toBeNull();
  });

  it("is plain over http", async () => {
    expect(await sessionOf("http", plain)).toMatchObject({ claims });
    expect(await sessionOf("http", secure)).toBeNull();
  });

  it("opens nothing once the session has lasted as long as one may, however new its token is", async () => {
    const aged = (hours: number, shared?: true) => ({ ...claims, startedAt: Date.now() - hours * 3_600_000, ...(shared && { shared }) });
    expect(await sessionOf("http", plain, aged(89 * 24))).toHaveProperty("claims");
    expect(await sessionOf("http", plain, aged(91 * 24))).not.toHaveProperty("claims.userId");
    expect(await sessionOf("http", plain, aged(11, true))).toHaveProperty("claims");
    expect(await sessionOf("http", plain, aged(13, true))).not.toHaveProperty("claims.userId");
  });

  it("keeps its beginning when it is renewed, and is good for no longer than is left", async () => {
    const { callbacks, jwt } = createOptions(parseEnvironment({ NEXTAUTH_SECRET: secret }), false);
    const old = { ...claims, startedAt: Date.now() - 89 * 86_400_000 };
    const renewed = await callbacks?.jwt?.({ token: old, user: { id: "" }, account: null });
    const opened = await decode({ token: await jwt?.encode?.({ token: renewed, secret }), secret });
    expect(claimsOf(opened)).toEqual(old);
    expect(Number(opened?.exp) * 1000 - Date.now()).toBeLessThan(86_400_000 + 1);
  });

  it("counts a session from before sessions knew when they began from its token", async () => {
    const { startedAt: _, sessionId: __, means: ___, ...former } = claims;
    expect(await sessionOf("http", plain, former)).toMatchObject({ claims: former });
  });
});

it("logs the code of what failed and nothing of it", () => {
  const error = vi.spyOn(log, "error");
  const warn = vi.spyOn(log, "warn");
  const { logger } = createOptions(parseEnvironment({}), false);
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
    createOptions(parseEnvironment({}), false).callbacks?.jwt?.({
      token: {},
      user: { id: profile.sub },
      account: { provider: "google", type: "oauth", providerAccountId: profile.sub },
      profile,
    });

  it("has a session that ends when nothing is done where others use the device", async () => {
    jar.set(sharedThroughGoogle, { value: "yes" });
    expect(await claimsBack()).toMatchObject({ shared: true });
  });

  it("leaves a trace that a session was begun, and is listed with it", async () => {
    const claims = await claimsBack();
    const userId = String(claims?.userId);
    expect(await auditTrail({ actor: userId, action: "session.begun", target: "google" })).not.toHaveLength(0);
    expect(await database().openSession.findUnique({ where: { id: String(claims?.sessionId) } })).toMatchObject({
      userId,
      means: "google",
      device: "Firefox · Linux",
      shared: true,
    });
  });

  it("has an ordinary one where nobody else does", async () => {
    jar.set(sharedThroughGoogle, { value: "no" });
    expect(await claimsBack()).not.toHaveProperty("shared");
  });
});
