import { describe, expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

const directive = (name: string, options: Partial<Parameters<typeof contentSecurityPolicy>[0]> = {}): string | undefined =>
  contentSecurityPolicy({ nonce: "bm9uY2U=", https: true, ...options })
    .split("; ")
    .find((each) => each === name || each.startsWith(`${name} `));

describe("the content security policy", () => {
  test("runs scripts by the nonce and by nothing else", () => {
    expect(directive("script-src")).toBe("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'");
  });

  test("allows eval in development only", () => {
    expect(directive("script-src", { development: true })).toContain("'unsafe-eval'");
    expect(contentSecurityPolicy({ nonce: "a", https: true })).not.toContain("unsafe-eval");
  });

  test("is framed by nobody, has no base and no plug-in", () => {
    for (const name of ["frame-ancestors", "base-uri", "object-src"]) expect(directive(name)).toBe(`${name} 'none'`);
  });

  test("sends forms to this site, and to Google where people sign in there", () => {
    expect(directive("form-action")).toBe("form-action 'self'");
    expect(directive("form-action", { googleSignIn: true })).toBe("form-action 'self' https://accounts.google.com");
  });

  test("asks for https where the site is reached by it", () => {
    expect(directive("upgrade-insecure-requests")).toBe("upgrade-insecure-requests");
    expect(directive("upgrade-insecure-requests", { https: false })).toBeUndefined();
  });
});
