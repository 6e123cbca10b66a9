import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Card } from "./card";
import { openModel } from "./model";
import { openRegistry } from "./registry";
import { card, feature } from "./testing/cards";

// The graph `prediction = log(features)` of one feature: it has no answer below 0.
const logarithm = Buffer.from(
  "CAg6VgobCghmZWF0dXJlcxIKcHJlZGljdGlvbiIDTG9nEgFnWhgKCGZlYXR1cmVzEgwKCggBEgYKAAoCCAFiGgoKcHJlZGljdGlvbhIMCgoIARIGCgAKAggBQgQKABAN",
  "base64",
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "marcha-model-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A model folder of that graph, with a card that has these features. */
function write(features: Card["features"]): string {
  const sha256 = createHash("sha256").update(logarithm).digest("hex");
  const model = path.join(folder, "made-by-hand");
  mkdirSync(model);
  writeFileSync(path.join(model, "model.onnx"), logarithm);
  writeFileSync(path.join(model, "card.json"), JSON.stringify(card({ features, sha256 })));
  return model;
}

describe("a model", () => {
  it("gives no answer rather than one that is no number", async () => {
    const { run } = await openModel(write([feature({})]));
    expect((await run(Float32Array.of(1))).values).toEqual([[0]]);
    await expect(run(Float32Array.of(1, -1))).rejects.toThrow("no number");
    await expect(run(Float32Array.of(0))).rejects.toThrow("no number");
  });

  it("is refused where the training medians have no answer", async () => {
    await expect(openModel(write([feature({ median: -1, p05: -2, min: -3 })]))).rejects.toThrow("the training medians");
  });

  it("is refused in our words where the runtime refuses to run it, the runtime's being kept as the cause", async () => {
    const model = write([feature({}), feature({ code: "step_rate" })]);
    await expect(openModel(model)).rejects.toMatchObject({ cause: { message: expect.stringContaining("features") } });
    const { refused } = await openRegistry(folder);
    expect(refused).toEqual([{ name: "made-by-hand", reason: "the graph does not run on the card's features" }]);
  });
});
