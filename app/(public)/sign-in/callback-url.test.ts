import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeCallbackUrl } from "./callback-url";

describe("safeCallbackUrl", () => {
  test.each(["/assessments/new", "/assessments?page=2#top", "/"])("keeps %s", (path) => {
    expect(safeCallbackUrl(path)).toBe(path);
  });

  test.each([
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "evil",
    "",
    undefined,
    ["/a", "/b"],
  ])("answers %j with the dashboard", (wanted) => {
    expect(safeCallbackUrl(wanted)).toBe("/dashboard");
  });

  test("never leads to another site", () => {
    const odd = fc.string({ unit: fc.constantFrom("/", "\\", ".", "\t", "\n", "@", ":", "a", "%2f", "?") });
    fc.assert(
      fc.property(odd, (text) => {
        expect(new URL(safeCallbackUrl(`/${text}`), "https://marcha.example").origin).toBe("https://marcha.example");
      }),
    );
  });
});
