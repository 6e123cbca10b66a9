import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "@/lib/data/database";
import { beginAuthenticator, confirmAuthenticator } from "@/lib/data/second-factors";
import { addPerson, auditTrail, openTestDatabase } from "@/lib/data/testing";
import { signInThrottle } from "@/lib/data/throttle";
import { hashOfRecoveryCode } from "./recovery-codes";
import { checkSecondFactor } from "./second-factor";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const { limit, lockMinutes } = signInThrottle;
const codes = ["AAAA-BBBB-CCCC-DDDD", "EEEE-FFFF-GGGG-HHHH"];
const wrong = "ZZZZ-ZZZZ-ZZZZ-ZZZZ";

async function addProtected() {
  const ana = await addPerson("Ana");
  await beginAuthenticator(ana, "sealed");
  await confirmAuthenticator(
    ana,
    codes.map((code) => hashOfRecoveryCode(ana.userId, code)),
  );
  return ana;
}

it("each lock of one who goes on guessing lasts twice as long as the one before, a day at most", async () => {
  const ana = await addProtected();
  let now = Date.now();
  const attempt = (typed: string, minutes = 0) => checkSecondFactor(ana, typed, new Date(now + minutes * 60_000));
  for (const minutes of [15, 30, 60, 120, 240, 480, 960, 1440, 1440]) {
    for (let count = 1; count < limit; count++) expect(await attempt(wrong)).toBe("wrong");
    expect(await attempt(wrong)).toBe("locked");
    expect(await attempt(codes[0] ?? "", minutes - 1)).toBe("wrong");
    now += minutes * 60_000 + 1;
  }
  expect(await attempt(codes[0] ?? "")).toBe("right");
});

it("a day of peace or a right code begins anew", async () => {
  const ana = await addProtected();
  const start = Date.now();
  const lock = async (minutes: number) => {
    for (let count = 0; count < limit; count++) await checkSecondFactor(ana, wrong, new Date(start + minutes * 60_000));
  };
  const lasts = async () => {
    const rows = await database().signInThrottle.findMany({
      where: { lockedUntil: { gt: new Date(start) } },
      orderBy: { firstAt: "desc" },
    });
    return ((rows[0]?.lockedUntil?.getTime() ?? 0) - (rows[0]?.firstAt.getTime() ?? 0)) / 60_000;
  };
  await lock(0);
  expect(await lasts()).toBe(lockMinutes);
  await lock(lockMinutes + 1);
  expect(await lasts()).toBe(2 * lockMinutes);
  await lock(3 * 24 * 60);
  expect(await lasts()).toBe(lockMinutes);
  expect(await checkSecondFactor(ana, codes[1] ?? "", new Date(start + (3 * 24 * 60 + lockMinutes + 1) * 60_000))).toBe("right");
  await lock(3 * 24 * 60 + lockMinutes + 2);
  expect(await lasts()).toBe(lockMinutes);
});

it("what was refused leaves a trace, and no more of it than there are tries", async () => {
  const ana = await addProtected();
  for (let count = 0; count < limit + 5; count++) await checkSecondFactor(ana, wrong);
  expect(await auditTrail({ actor: ana.userId, action: "factor.refused" })).toHaveLength(limit - 1);
  expect(await auditTrail({ actor: ana.userId, action: "factor.locked" })).toHaveLength(1);
});
