import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase } from "@/lib/data/testing";
import { mayWrite } from "./letter-limits";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const often = async (times: number, ask: () => Promise<boolean>) => {
  let allowed = 0;
  for (let count = 0; count < times; count++) if (await ask()) allowed++;
  return allowed;
};

it("one who asks for letters to an address all the time silences nobody else's to it", async () => {
  const address = `${randomUUID()}@example.org`;
  expect(await often(100, () => mayWrite(address, "203.0.113.7"))).toBe(5);
  expect(await mayWrite(address, "198.51.100.4")).toBe(true);
});

it("many together fill no inbox", async () => {
  const address = `${randomUUID()}@example.org`;
  expect(await often(80, () => mayWrite(address, randomUUID()))).toBe(60);
});
