import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "./database";
import { type RatePolicy, spend, spendAs } from "./rate-limits";
import { openTestDatabase } from "./testing";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const policy: RatePolicy = { name: "test", points: 5, seconds: 60 };

describe("a quota", () => {
  it("lets through what it holds of many at once, and no more", async () => {
    const key = randomUUID();
    const spent = await Promise.all(Array.from({ length: 12 }, () => spend(key, 1, policy)));
    expect(spent.filter(({ allowed }) => allowed)).toHaveLength(5);
    expect(spent.filter(({ allowed }) => !allowed).every(({ remaining, resetSeconds }) => remaining === 0 && resetSeconds > 0)).toBe(true);
  });

  it("counts points, key by key and policy by policy", async () => {
    const key = randomUUID();
    expect(await spend(key, 3, policy)).toMatchObject({ allowed: true, remaining: 2 });
    expect(await spend(key, 3, policy)).toMatchObject({ allowed: false });
    expect(await spend(randomUUID(), 3, policy)).toMatchObject({ allowed: true });
    expect(await spend(key, 3, { ...policy, name: "another" })).toMatchObject({ allowed: true });
  });

  it("begins anew when its window is over", async () => {
    const key = randomUUID();
    await spend(key, 6, policy);
    await database().rateLimit.updateMany({ data: { expire: new Date(Date.now() - 1) } });
    expect(await spend(key, 1, policy)).toMatchObject({ allowed: true, remaining: 4 });
  });

  it("keeps no key that anybody could read", async () => {
    const [address, person] = ["203.0.113.77", randomUUID()];
    await spend(address, 1, policy);
    await spendAs(person, 1, policy);
    const kept = JSON.stringify(await database().rateLimit.findMany());
    expect([address, person].filter((key) => kept.includes(key))).toEqual([]);
  });
});
