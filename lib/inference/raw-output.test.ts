import { Tensor } from "onnxruntime-node";
import { describe, expect, it } from "vitest";
import { ModelRefused } from "./model-refused";
import { readOutputs, requireFinite } from "./raw-output";
import { card, zoneOutput } from "./testing/cards";

const floats = (...numbers: number[]) => new Tensor("float32", Float32Array.from(numbers), [numbers.length]);
const zones = card({ output: zoneOutput({ healthy: 0.5, knee: 0.5 }, { healthy: 0.8, knee: 0.2 }) });

describe("a graph's outputs", () => {
  it("are read row by row", () => {
    expect(readOutputs(zones, 2, { probabilities: floats(0.25, 0.75, 0.5, 0.5) }).values).toEqual([
      [0.25, 0.75],
      [0.5, 0.5],
    ]);
    expect(readOutputs(card({}), 2, { prediction: floats(40, 50) })).toEqual({ values: [[40], [50]], scales: null });
  });

  it("are refused where they are not what the card says", () => {
    expect(() => readOutputs(zones, 2, { probabilities: floats(0.25, 0.75) })).toThrow(ModelRefused);
    expect(() => readOutputs(card({}), 1, { probabilities: floats(0.25) })).toThrow(ModelRefused);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])("are no answer where one is %s", (value) => {
    expect(() => requireFinite({ values: [[1], [value]], scales: null })).toThrow("no number");
    expect(() => requireFinite({ values: [[1]], scales: [value] })).toThrow("no number");
    expect(requireFinite({ values: [[1]], scales: [2] })).toEqual({ values: [[1]], scales: [2] });
  });
});
