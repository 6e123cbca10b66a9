import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownBaseline } from "./baseline";

describe("ownBaseline", () => {
  it("says nothing of a habit of two visits", () => {
    expect(ownBaseline([])).toBeNull();
    expect(ownBaseline([1.2, 1.3])).toBeNull();
  });

  it("is Student's interval of one new value", () => {
    const baseline = ownBaseline([1.1, 1.2, 1.3]);
    expect(baseline).toMatchObject({ count: 3 });
    expect(baseline?.mean).toBeCloseTo(1.2);
    // 4.303 · 0.1 · √(1 + 1/3)
    expect(baseline?.high).toBeCloseTo(1.2 + 0.4969, 3);
    expect(baseline?.low).toBeCloseTo(1.2 - 0.4969, 3);
  });

  it("comes to about two standard deviations with many visits", () => {
    const values = Array.from({ length: 40 }, (_, index) => (index % 2 ? 1 : -1));
    expect(ownBaseline(values)?.high).toBeCloseTo(2, 0);
  });

  it("is no wider for a value more that lies at the mean", () => {
    const visits = fc.array(fc.double({ min: 0.1, max: 100, noNaN: true }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(visits, (values) => {
        const before = ownBaseline(values);
        const after = ownBaseline([...values, before?.mean ?? 0]);
        const width = (one: ReturnType<typeof ownBaseline>) => (one ? one.high - one.low : Number.NaN);
        expect(width(after)).toBeLessThanOrEqual(width(before) + 1e-9);
      }),
    );
  });
});
