import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const files = globSync(["app/(signed-in)/**/page.tsx", "app/(signed-in)/**/actions.ts"]);

/** What a person may do with their data and their sign-in whatever else is owed: these ask for the holder of the account. */
const forHolders = /\/(settings\/data|settings\/security|consent)\//;
/** What ends all sessions, whoever may do nothing else. */
const endsSessions = /^signOutEverywhere\(/;
const asks = (file: string) => (forHolders.test(file) ? /await (requireViewer|requireHolder|confirmed)\(/ : /await requireViewer\(/);

describe("every page and action for signed-in people asks who is there", () => {
  it("finds them", () => {
    expect(files.length).toBeGreaterThan(4);
  });

  it.each(files.filter((file) => file.includes("page.")))("%s", (file) => {
    expect(readFileSync(file, "utf8")).toMatch(asks(file));
  });

  it.each(files.filter((file) => file.includes("actions.")))("%s, in each exported action", (file) => {
    const actions = readFileSync(file, "utf8")
      .split(/^export async function /m)
      .slice(1);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) {
      const forHolder = forHolders.test(file) || endsSessions.test(action);
      expect(action).toMatch(forHolder ? /await (requireViewer|requireHolder|confirmed)\(/ : /await (requireViewer|viewer|senderOf)\(/);
    }
  });

  it("senderOf among them", () => {
    expect(readFileSync("app/(signed-in)/assessments/new/sender.ts", "utf8")).toMatch(/await viewer\(/);
  });
});
