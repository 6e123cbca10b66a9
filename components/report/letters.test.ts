import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { renderReport } from "./render";
import type { Report } from "./types";

const saying = (title: string): Report => ({
  language: "en",
  fileTitle: "-",
  kind: "-",
  person: [],
  title,
  age: null,
  injury: null,
  reasonsTitle: "",
  reasons: [],
  measured: { title: "", columns: ["1", "2", "3", "4", "5"], rows: [], more: () => null },
  trend: null,
  cautions: { title: "-", lines: [] },
  models: "-",
  foot: ["1", "2"],
});

/** The characters that the fonts in a document say they stand for: what a search, a copy or a screen reader gets. */
function characters(pdf: Buffer): Set<string> {
  const found = new Set<string>();
  for (const { index } of pdf.toString("latin1").matchAll(/stream\r?\n/g)) {
    const text = inflated(pdf.subarray(pdf.indexOf("\n", index) + 1));
    if (!text.includes("beginbfrange")) continue;
    for (const [, list = ""] of text.matchAll(/\[([^\]]*)\]/g))
      for (const [, hex = ""] of list.matchAll(/<([0-9a-f]*)>/gi)) found.add(Buffer.from(hex, "hex").swap16().toString("utf16le"));
  }
  return found;
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString("latin1");
  } catch {
    return "";
  }
}

// Each is made of what the next is: embedding it touches the other's glyph.
test.each([
  ["55 años; Áurea", "Ana’s walk: 35."],
  ["ŻÓŁĆ", "ZOLC"],
  ["Ωμέγα", "ε"],
])("a document after one with %s keeps every letter of %s", async (before, after) => {
  await renderReport(saying(before));
  const said = characters(await renderReport(saying(after)));
  expect([...after].filter((letter) => !said.has(letter))).toEqual([]);
});

test("a letter that no font has is said to be missing, and no other stands in its place", async () => {
  const pdf = await renderReport(saying("王小明 Zoe\u0308 عمر"));
  expect([...characters(pdf)]).toEqual(expect.arrayContaining(["?", "Z", "o", "ë"]));
  // The renderer's last resort, which knows neither script.
  expect(pdf.toString("latin1")).not.toContain("Helvetica");
});
