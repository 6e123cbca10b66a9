type Range = readonly [from: number, to: number];

/** "U+0000-00FF, U+131, U+4??" as numbers; all of Unicode where a rule names none. */
export function unicodeRanges(descriptor: string): Range[] {
  const ranges = descriptor.split(",").flatMap((part): Range[] => {
    const [, first, last] = /^\s*u\+([0-9a-f?]+)(?:-([0-9a-f]+))?\s*$/i.exec(part) ?? [];
    if (!first) return [];
    const from = Number.parseInt(first.replaceAll("?", "0"), 16);
    return [[from, Number.parseInt(last ?? first.replaceAll("?", "f"), 16)]];
  });
  return ranges.length > 0 ? ranges : [[0, 0x10ffff]];
}

export function covers(ranges: readonly Range[], characters: ReadonlySet<string>): boolean {
  return [...characters].some((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0x20 && ranges.some(([from, to]) => code >= from && code <= to);
  });
}

function faces(): { rule: CSSFontFaceRule; base: string }[] {
  return [...document.styleSheets].flatMap((sheet) => {
    try {
      const base = sheet.href ?? document.baseURI;
      return [...sheet.cssRules].flatMap((rule) => (rule instanceof CSSFontFaceRule ? [{ rule, base }] : []));
    } catch {
      // A sheet from elsewhere does not let itself be read.
      return [];
    }
  });
}

function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** The page's own font files for these characters, as rules that hold the files themselves. A font that does not come is left out. */
export async function embeddedFonts(family: string, characters: ReadonlySet<string>): Promise<string> {
  const name = (text: string) => text.trim().replace(/^["']|["']$/g, "");
  const wanted = new Set(family.split(",").map(name));
  const rules = faces()
    .filter(({ rule: { style } }) => wanted.has(name(style.getPropertyValue("font-family"))))
    .filter(({ rule: { style } }) => covers(unicodeRanges(style.getPropertyValue("unicode-range")), characters))
    .map(async ({ rule: { style }, base }) => {
      const [, address] = /url\(["']?([^"')]+)["']?\)/.exec(style.getPropertyValue("src")) ?? [];
      if (!address) return "";
      const response = await fetch(new URL(address, base));
      if (!response.ok) return "";
      const data = await asDataUrl(await response.blob());
      const range = style.getPropertyValue("unicode-range");
      const weight = style.getPropertyValue("font-weight") || "normal";
      return `@font-face{font-family:"${name(style.getPropertyValue("font-family"))}";font-weight:${weight};src:url(${data}) format("woff2");${range ? `unicode-range:${range}` : ""}}`;
    });
  const settled = await Promise.allSettled(rules);
  return settled.map((each) => (each.status === "fulfilled" ? each.value : "")).join("");
}
