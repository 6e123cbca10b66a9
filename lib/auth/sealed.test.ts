import fc from "fast-check";
import { expect, test } from "vitest";
import { openSecret, sealSecret } from "./sealed";

test("what is sealed opens again, for its owner and purpose alone", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.uuid(), (text, owner) => {
      const sealed = sealSecret(text, "one", owner);
      expect(openSecret(sealed, "one", owner)).toBe(text);
      expect(() => openSecret(sealed, "other", owner)).toThrow();
      expect(() => openSecret(sealed, "one", `${owner}x`)).toThrow();
    }),
    { numRuns: 30 },
  );
});

test("what was changed does not open", () => {
  const sealed = Buffer.from(sealSecret("JBSWY3DPEHPK3PXP", "one", "a"), "base64url");
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => openSecret(changed.toString("base64url"), "one", "a")).toThrow();
  }
});

test("is not the text, and never twice the same", () => {
  expect(sealSecret("a", "one", "b")).not.toBe(sealSecret("a", "one", "b"));
});
