import type { Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startGoogle } from "./google";
import { fetchSecrets, isReference, type SecretPlaces } from "./secrets";

let server: Server;
let places: SecretPlaces;
beforeAll(async () => {
  const google = await startGoogle({ "marcha-database-url": "postgresql://somewhere\n" });
  server = google.server;
  places = { metadata: `http://${google.host}`, secretManager: `http://${google.host}` };
});
afterAll(() => server.close());

test("only what begins with sm:// is a reference", () => {
  expect([undefined, "", "postgresql://x", "sm://x"].map(isReference)).toEqual([false, false, false, true]);
});

test("a reference becomes the secret it names", async () => {
  expect(await fetchSecrets({ DATABASE_URL: "sm://marcha-database-url" }, places)).toEqual({ DATABASE_URL: "postgresql://somewhere" });
});

test.each(["sm://unknown", "sm://", "sm://a b", "sm://../x"])("%s is refused, by the variable's name", async (reference) => {
  await expect(fetchSecrets({ NEXTAUTH_SECRET: reference }, places)).rejects.toThrow("NEXTAUTH_SECRET");
});
