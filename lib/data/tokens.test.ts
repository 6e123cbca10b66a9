import { describe, expect, it } from "vitest";
import { hashOfToken, linkDays, linkExpiry, newToken, openLink } from "./tokens";

describe("a link's token", () => {
  it("is of 256 bits, fits an address as it is, and is never the same", () => {
    const tokens = Array.from({ length: 50 }, () => newToken().token);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    expect(new Set(tokens).size).toBe(50);
  });

  it("is found by its hash, which does not tell it", () => {
    const { token, tokenHash } = newToken();
    expect(tokenHash).toBe(hashOfToken(token));
    expect(tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(tokenHash).not.toContain(token);
  });

  it("works for two weeks", () => {
    const now = new Date("2026-03-02T09:30:00Z");
    expect(linkExpiry(now)).toEqual(new Date("2026-03-16T09:30:00Z"));
    expect(linkDays).toBe(14);
    expect(openLink(now)).toEqual({ acceptedAt: null, revokedAt: null, expiresAt: { gt: now } });
  });
});
