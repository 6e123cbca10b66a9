export type TextLine = { text: string; left: number; top: number; width: number; height: number };

/** The lines of a text as the page broke them, each where it stands; what an ellipsis hides is left out. */
export function linesOf(node: Text): TextLine[] {
  const from = node.data.search(/\S/);
  if (from < 0) return [];
  const to = node.data.trimEnd().length;
  const whole = rectsOf(node, from, to);
  if (whole.length === 0) return [];
  const lines = whole.length === 1 ? [{ start: from, end: to }] : broken(node, from, to);
  return lines
    .map((line) => cut(node, line))
    .map(({ start, end, suffix }) => {
      const [rect = new DOMRect()] = rectsOf(node, start, end);
      const text = node.data.slice(start, end).replace(/\s+/g, " ").trim();
      return { text: text + suffix, left: rect.left, top: rect.top, width: rect.width, height: rect.height };
    });
}

const ellipsisWidth = 12;

type Span = { start: number; end: number };

function rectsOf(node: Text, start: number, end: number): DOMRect[] {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
}

function broken(node: Text, from: number, to: number): Span[] {
  const lines: Span[] = [];
  let top = Number.NaN;
  for (let index = from; index < to; index++) {
    const rect = rectsOf(node, index, index + 1)[0];
    if (!rect || /\s/.test(node.data.charAt(index))) continue;
    const last = lines.at(-1);
    if (last && Math.abs(rect.top - top) < rect.height / 2) last.end = index + 1;
    else lines.push({ start: index, end: index + 1 });
    top = rect.top;
  }
  return lines;
}

function cut(node: Text, { start, end }: Span): Span & { suffix: string } {
  const clip = node.parentElement?.closest(".truncate");
  if (!clip || clip.scrollWidth <= clip.clientWidth) return { start, end, suffix: "" };
  const { right } = clip.getBoundingClientRect();
  let last = end;
  while (last > start + 1 && (rectsOf(node, start, last)[0]?.right ?? 0) > right - ellipsisWidth) last--;
  return { start, end: last, suffix: last < end ? "…" : "" };
}
