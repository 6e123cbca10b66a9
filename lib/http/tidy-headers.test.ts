import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tidyHeaders } from "./tidy-headers";

const tidied = (given: Record<string, string>) => {
  const headers = new Headers(given);
  tidyHeaders(headers);
  return Object.fromEntries(headers);
};

describe("what is said of where a request goes", () => {
  it("keeps the first of a list, and nothing that is no address", () => {
    expect(tidied({ "x-forwarded-host": "marcha.example, proxy.example", "x-forwarded-proto": "https,http" })).toEqual({
      "x-forwarded-host": "marcha.example",
      "x-forwarded-proto": "https",
    });
    expect(tidied({ "x-forwarded-host": "a b", "x-forwarded-proto": "gopher", accept: "text/html" })).toEqual({ accept: "text/html" });
    // Its last part is a number, so it would be an address of numbers, and is none.
    expect(tidied({ "x-forwarded-host": "E.3" })).toEqual({});
    expect(tidied({ "x-forwarded-host": "[::1]:8080" })).toEqual({ "x-forwarded-host": "[::1]:8080" });
  });

  it("leaves out a forged address to come back to, and no other cookie", () => {
    const cookie = (callback: string) => tidied({ cookie: `theme=dark; next-auth.callback-url=${callback}; locale=es` }).cookie;
    for (const forged of ["%%%", "not an address", "javascript:alert(1)", "%2F%2Fevil.example", ""])
      expect(cookie(forged)).toBe("theme=dark; locale=es");
    for (const right of ["http%3A%2F%2Flocalhost%3A3000", "/dashboard"]) expect(cookie(right)).toContain("callback-url");
    expect(tidied({ cookie: "__Secure-next-auth.callback-url=x" })).toEqual({});
  });

  it("leaves an address that can be read, whatever came", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\x20-\x7e]*$/), (text) => {
        const { "x-forwarded-host": kept } = tidied({ "x-forwarded-host": text });
        if (kept !== undefined) expect(() => new URL(`https://${kept}`)).not.toThrow();
      }),
    );
  });
});
