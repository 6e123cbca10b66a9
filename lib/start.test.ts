import { afterEach, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

it.each([
  ["0", undefined],
  ["false", undefined],
  ["", undefined],
  ["1", "1"],
  ["true", "true"],
])("AUTH_TRUST_HOST=%j is %j for next-auth, which takes any text for a yes", async (given, left) => {
  vi.stubEnv("AUTH_TRUST_HOST", given);
  const { checkStart } = await import("./start");
  checkStart();
  expect(process.env.AUTH_TRUST_HOST).toBe(left);
});
