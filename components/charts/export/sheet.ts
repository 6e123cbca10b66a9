import type { SvgNode } from "./markup";

export type Box = { left: number; top: number; right: number; bottom: number };

/** The smallest box that holds both. */
export function union(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** Breaks a text between words so that each line is at most `width` wide, as `measure` says; a longer word stands alone. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A line of text above the picture. */
export type SheetLine = { text: string; size: number; weight: number; fill: string };
export type Sheet = {
  lines: readonly SheetLine[];
  picture: readonly SvgNode[];
  /** Where the picture's nodes lie. */
  box: Box;
  background: string;
  fontFamily: string;
  /** `@font-face` rules. */
  fonts: string;
};

const margin = 24;
const leading = 1.4;

/** Title and context above, the picture beneath, on its background. */
export function layOut({ lines, picture, box, background, fontFamily, fonts }: Sheet): { root: SvgNode; width: number; height: number } {
  const width = Math.ceil(box.right - box.left + 2 * margin);
  let y = margin;
  const heading = lines.map(({ text, size, weight, fill }): SvgNode => {
    y += size * leading;
    return { name: "text", attributes: { x: margin, y, "font-size": size, "font-weight": weight, fill }, children: [text] };
  });
  const top = lines.length > 0 ? y + margin / 2 : margin;
  const height = Math.ceil(top + box.bottom - box.top + margin);
  const root: SvgNode = {
    name: "svg",
    attributes: {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      "font-family": fontFamily,
    },
    children: [
      ...(fonts ? [{ name: "style", attributes: {}, children: [fonts] }] : []),
      { name: "rect", attributes: { width, height, fill: background } },
      ...heading,
      { name: "g", attributes: { transform: `translate(${round(margin - box.left)} ${round(top - box.top)})` }, children: picture },
    ],
  };
  return { root, width, height };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
