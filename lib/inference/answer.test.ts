import { afterEach, expect, it } from "vitest";
import { predict } from "./answer";
import { requireFinite } from "./raw-output";
import { card, fakeModel } from "./testing/cards";

afterEach(() => {
  globalThis.marchaModels = undefined;
});

it("leaves out a model whose answer is no number, and keeps the others'", async () => {
  const broken = fakeModel(card({ name: "broken" }), () => [Number.NaN]);
  globalThis.marchaModels = Promise.resolve({
    models: [
      { ...broken, run: async (numbers) => requireFinite(await broken.run(numbers)) },
      fakeModel(card({ name: "sound" }), () => [40]),
    ],
    refused: [],
  });
  const predictions = await predict({ protocol: "walk", reason: "complaint", columns: { speed: 1.3 } });
  expect(predictions.map(({ model }) => model)).toEqual(["sound"]);
});
