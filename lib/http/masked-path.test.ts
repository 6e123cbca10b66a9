import fc from "fast-check";
import { expect, test } from "vitest";
import { maskedPath } from "./masked-path";

test.each([
  ["/", "/"],
  ["/athletes?search=Ana+Ribera", "/athletes"],
  ["/athletes/0190a4f2-1c3b-7d4e-8f5a-6b7c8d9e0f1a/edit", "/athletes/:id/edit"],
  ["/reset/s3cret-token", "/reset/:value"],
  ["/invitations/abc", "/invitations/:value"],
  ["/api/v1/assessments", "/api/v1/assessments"],
  ["/assessments/0190a4f2-1c3b-7d4e-8f5a-6b7c8d9e0f1a/report.pdf", "/assessments/:id/report.pdf"],
  ["/ana@example.org", "/:value"],
  ["/%41na", "/:value"],
  ["/_next/static/chunks/0a1b.js", "/_next/static"],
])("%s is kept as %s", (url, kept) => {
  expect(maskedPath(url)).toBe(kept);
});

test("no query, and no long or odd text, whatever is asked for", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: "grapheme" }), (path, query) => {
      for (const segment of maskedPath(`/${path}?${query}`).split("/"))
        expect(segment).toMatch(/^(:id|:value|_next|static|[a-z0-9.-]{0,40})$/);
    }),
  );
});
