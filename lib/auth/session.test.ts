import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { claimsOf, newSession } from "./claims";
import { readSession } from "./session";

const secret = vi.hoisted(() => {
  const kept = "s".repeat(32);
  Object.assign(process.env, { NEXTAUTH_SECRET: kept, AUTH_TRUST_HOST: "1" });
  return kept;
});
const jar = new Map<string, { value: string }>();
let protocol: "http" | "https" = "http";
vi.mock("next/headers", () => ({
  cookies: async () => jar,
  headers: async () => new Headers({ "x-forwarded-proto": protocol }),
}));

const claims = newSession({ userId: randomUUID(), sessionVersion: 0 }, { means: "password" });
const [plain, secure] = ["next-auth.session-token", "__Host-next-auth.session-token"];

async function sessionOf(reached: "http" | "https", cookieName: string, said: object = claims) {
  protocol = reached;
  jar.set(cookieName, { value: await encode({ token: { ...said }, secret }) });
  return readSession();
}

beforeEach(() => jar.clear());
afterEach(() => vi.useRealTimers());

it("the cookie is secure over https, and no other host of the domain can set it", async () => {
  expect(await sessionOf("https", plain)).toBeNull();
  expect(await sessionOf("https", secure)).toEqual(claims);
});

it("the cookie is plain over http", async () => {
  expect(await sessionOf("http", secure)).toBeNull();
  expect(await sessionOf("http", plain)).toEqual(claims);
});

it("there is none where there is no cookie, or one that this server did not seal, or too long ago", async () => {
  expect(await readSession()).toBeNull();
  jar.set(plain, { value: "made.up" });
  expect(await readSession()).toBeNull();
  jar.set(plain, { value: await encode({ token: { ...claims }, secret: "t".repeat(32) }) });
  expect(await readSession()).toBeNull();
  jar.set(plain, { value: await encode({ token: { ...claims }, secret, maxAge: 60 }) });
  expect(await readSession()).toEqual(claims);
  vi.useFakeTimers({ now: Date.now() + 10 * 60_000, toFake: ["Date"] });
  expect(await readSession()).toBeNull();
});

it("it opens nothing once the session has lasted as long as one may, however new its token is", async () => {
  const aged = (hours: number, shared?: true) => ({ ...claims, startedAt: Date.now() - hours * 3_600_000, ...(shared && { shared }) });
  expect(await sessionOf("http", plain, aged(89 * 24))).not.toBeNull();
  expect(await sessionOf("http", plain, aged(91 * 24))).toBeNull();
  expect(await sessionOf("http", plain, aged(11, true))).not.toBeNull();
  expect(await sessionOf("http", plain, aged(13, true))).toBeNull();
});

it("one from before sessions knew when they began is counted from its token", async () => {
  const { startedAt: _, sessionId: __, means: ___, ...former } = claims;
  expect(await sessionOf("http", plain, former)).toMatchObject(former);
  expect(claimsOf({ ...former, iat: 1 })).toBeNull();
});
