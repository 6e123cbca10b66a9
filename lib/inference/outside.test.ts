import { describe, expect, it } from "vitest";
import { exceededRange } from "./outside";
import { predictionSchema } from "./prediction";

const limits = { code: "speed", deviation: false, transform: "value", value: 3, p05: 0.9, p95: 1.5 } as const;

describe("the range a value is outside of", () => {
  it("is all people's where none was like it, else most people's", () => {
    expect(exceededRange({ ...limits, min: 0.6, max: 1.9, degree: "unseen" })).toEqual({ degree: "unseen", low: 0.6, high: 1.9 });
    expect(exceededRange({ ...limits, min: 0.6, max: 1.9, degree: "unusual" })).toEqual({ degree: "unusual", low: 0.9, high: 1.5 });
  });

  it("is most people's, and said so, of an answer stored before the range of all was", () => {
    const [stored] = predictionSchema.shape.outside.parse([{ ...limits, degree: "unseen" }]);
    expect(stored && exceededRange(stored)).toEqual({ degree: "unusual", low: 0.9, high: 1.5 });
  });
});
