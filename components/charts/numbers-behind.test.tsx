import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { NumbersBehind } from "./numbers-behind";

const text = { title: "Title", description: "In words.", tableLabel: "As a table", downloadLabel: "As CSV", fileName: "file" };
const table = { columns: ["What", "Years"], rows: [{ id: "age", cells: ["Age", { text: "44", value: 44 }] }] };

it("draws no table before it is asked for, and without scripts gives the file", () => {
  const html = renderToStaticMarkup(<NumbersBehind text={text} table={table} />);
  expect(html).toContain("As a table");
  expect(html).not.toContain("<table");
  const [, withoutScripts = ""] = /<noscript>(.*)<\/noscript>/.exec(html) ?? [];
  expect(decodeURIComponent(withoutScripts)).toContain("Age,44");
});
