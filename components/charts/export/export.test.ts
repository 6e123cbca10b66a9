import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covers, unicodeRanges } from "./fonts";
import { escapeXml, toMarkup } from "./markup";
import { layOut, wrap } from "./sheet";

describe("toMarkup", () => {
  it("writes what any reader of XML can read, whatever a name holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const escaped = escapeXml(name);
        expect(escaped).not.toMatch(/[<>"]/);
        expect(escaped).not.toMatch(/&(?!(amp|lt|gt|quot);)/);
      }),
    );
    const node = { name: "text", attributes: { x: 1.23456, fill: '"red"' }, children: ["a & <b>\u0001"] };
    expect(toMarkup(node)).toBe('<text x="1.23" fill="&quot;red&quot;">a &amp; &lt;b&gt;</text>');
  });
});

describe("wrap", () => {
  const measure = (text: string) => text.length;

  it("breaks between words, loses none and keeps lines short", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 12 }), (words) => {
        const lines = wrap(words.join(" "), 10, measure);
        expect(lines.join(" ")).toBe(words.join(" "));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(10);
      }),
    );
  });

  it("lets a word that is too long stand alone", () => {
    expect(wrap("a incomprehensibilities b", 10, measure)).toEqual(["a", "incomprehensibilities", "b"]);
  });
});

it("lays title, context and picture out one above the other, wherever the picture stood on the page", () => {
  const line = { size: 16, weight: 600, fill: "#000000" };
  const { width, height, root } = layOut({
    lines: [
      { text: "Title", ...line },
      { text: "knee · women", ...line, size: 14 },
    ],
    picture: [{ name: "circle", attributes: { cx: 1010, cy: 520, r: 5 } }],
    box: { left: 1000, top: 500, right: 1300, bottom: 600 },
    background: "#ffffff",
    fontFamily: "Inter",
    fonts: "",
  });
  const markup = toMarkup(root);
  expect(width).toBe(348);
  expect(markup).toContain(`viewBox="0 0 ${width} ${height}"`);
  expect(markup.indexOf("Title")).toBeLessThan(markup.indexOf("knee · women"));
  const [, left, top] = /translate\((\S+) (\S+)\)/.exec(markup) ?? [];
  expect(1000 + Number(left)).toBe(24);
  expect(500 + Number(top)).toBeGreaterThan(24 + 16 + 14);
  expect(600 + Number(top)).toBeLessThanOrEqual(height - 23);
});

describe("fonts", () => {
  it("reads the ranges of a rule", () => {
    expect(unicodeRanges("U+0000-00FF, U+131, U+4??")).toEqual([
      [0, 0xff],
      [0x131, 0x131],
      [0x400, 0x4ff],
    ]);
    expect(unicodeRanges("")).toEqual([[0, 0x10ffff]]);
  });

  it("takes only the files whose characters are used", () => {
    expect(covers(unicodeRanges("U+0000-00FF"), new Set("ñ"))).toBe(true);
    expect(covers(unicodeRanges("U+0370-03FF"), new Set("ñ −"))).toBe(false);
    expect(covers(unicodeRanges("U+0000-00FF"), new Set(" "))).toBe(false);
  });
});
