import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const files = globSync(["app/(signed-in)/**/page.tsx", "app/(signed-in)/**/actions.ts"]);

describe("every page and action for signed-in people asks who is there", () => {
  it("finds them", () => {
    expect(files.length).toBeGreaterThan(4);
  });

  it.each(files.filter((file) => file.includes("page.")))("%s", (file) => {
    expect(readFileSync(file, "utf8")).toMatch(/await requireViewer\(/);
  });

  it.each(files.filter((file) => file.includes("actions.")))("%s, in each exported action", (file) => {
    const actions = readFileSync(file, "utf8")
      .split(/^export async function /m)
      .slice(1);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/await (requireViewer|viewer)\(/);
  });
});
