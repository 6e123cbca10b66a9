import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Everything a file of this folder imports for its values, itself included. */
const importsOf = (name: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> => {
  if (seen.has(name)) return seen;
  const source = readFileSync(new URL(name.endsWith(".json") ? name : `${name}.ts`, import.meta.url), "utf8");
  const imported = [...source.matchAll(/^(?:import|export) (?!type )[^;]*?from "(\.\/[^"]+)";/gm)].flatMap(([, path]) => path ?? []);
  return imported.reduce<ReadonlySet<string>>((found, path) => importsOf(path, found), new Set([...seen, name]));
};

describe("what a browser may import", () => {
  it.each(["./vocabulary", "./choices", "./numbers", "./units", "./asymmetry", "./norms"])("%s holds no field", (name) => {
    expect([...importsOf(name)]).not.toContain("./fields.json");
  });

  it("is told apart from what reads the fields", () => {
    expect([...importsOf("./forms")]).toContain("./fields.json");
  });
});
