import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ModelRefused } from "./model-refused";
import { openRegistry, type Registry, registry } from "./registry";
import { card, fakeModel } from "./testing/cards";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "marcha-registry-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  globalThis.marchaModels = undefined;
});

describe("the registry", () => {
  it("refuses a model that fails unexpectedly or in the runtime's words, with a phrase, and serves the others", async () => {
    for (const name of ["a-strange", "b-refused", "c-sound"]) mkdirSync(path.join(folder, name));
    const { models, refused } = await openRegistry(folder, async (one) => {
      if (one.endsWith("strange")) throw new TypeError("/secret/path is not a function");
      if (one.endsWith("refused")) throw new ModelRefused("the graph does not run", { cause: new Error("/onnxruntime/core: bad") });
      return fakeModel(card({}), () => [40]);
    });
    expect(models).toHaveLength(1);
    expect(refused).toEqual([
      { name: "a-strange", reason: "could not be opened" },
      { name: "b-refused", reason: "the graph does not run" },
    ]);
  });

  it("says so where the folder cannot be read", async () => {
    expect(await openRegistry(path.join(folder, "none"))).toEqual({
      models: [],
      refused: [{ name: "models", reason: "the folder cannot be read" }],
    });
  });

  it("tries again after a failure, and keeps what it opened", async () => {
    const empty: Registry = { models: [], refused: [] };
    await expect(registry(() => Promise.reject(new Error("first")))).rejects.toThrow("first");
    expect(await registry(async () => empty)).toBe(empty);
    expect(await registry(() => Promise.reject(new Error("not asked")))).toBe(empty);
  });
});
