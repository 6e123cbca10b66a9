import type { SvgNode } from "./markup";
import { type Paint, paintOf } from "./paint";

type Attributes = Record<string, string | number>;
type Border = { width: number; dashed: boolean; paint: Paint };

const edges = { Top: [0, 0, 1, 0], Right: [1, 0, 1, 1], Bottom: [0, 1, 1, 1], Left: [0, 0, 0, 1] } as const;
const sides = ["Top", "Right", "Bottom", "Left"] as const;

function borderOf(style: CSSStyleDeclaration, side: (typeof sides)[number]): Border {
  const kind = style[`border${side}Style`];
  return {
    width: kind === "none" ? 0 : Number.parseFloat(style[`border${side}Width`]) || 0,
    dashed: kind === "dashed",
    paint: paintOf(style[`border${side}Color`]),
  };
}

function stroke({ width, dashed, paint }: Border): Attributes {
  return {
    stroke: paint.colour,
    "stroke-opacity": paint.opacity,
    "stroke-width": width,
    ...(dashed ? { "stroke-dasharray": `${3 * width} ${3 * width}` } : {}),
  };
}

/** The one border that runs all around, if it does. */
function frameOf(borders: readonly Border[]): Border | null {
  const [first] = borders;
  if (!first) return null;
  return borders.every(({ width, paint }) => width === first.width && paint.colour === first.paint.colour) ? first : null;
}

/** An HTML element's background and borders. */
export function surfaceOf(element: HTMLElement): SvgNode[] {
  const style = getComputedStyle(element);
  const rect = element.getBoundingClientRect();
  const turned = style.rotate !== "none" && style.rotate !== "";
  const width = turned ? element.offsetWidth : rect.width;
  const height = turned ? element.offsetHeight : rect.height;
  const middle = { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
  const left = middle.x - width / 2;
  const top = middle.y - height / 2;
  const fill = paintOf(style.backgroundColor);
  const borders = sides.map((side) => ({ side, ...borderOf(style, side) }));
  const frame = frameOf(borders);
  const nodes: SvgNode[] = [];

  if (fill.opacity > 0 || (frame && frame.width > 0)) {
    const inset = frame ? frame.width / 2 : 0;
    const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2);
    const attributes: Attributes = { x: left + inset, y: top + inset, width: width - 2 * inset, height: height - 2 * inset, fill: "none" };
    if (turned) attributes.transform = `rotate(${Number.parseFloat(style.rotate)} ${middle.x} ${middle.y})`;
    if (radius > 0) attributes.rx = Math.max(radius - inset, 0);
    if (fill.opacity > 0) Object.assign(attributes, { fill: fill.colour, "fill-opacity": fill.opacity });
    if (frame && inset > 0) Object.assign(attributes, stroke(frame));
    nodes.push({ name: "rect", attributes });
  }
  if (frame) return nodes;

  const lines = borders
    .filter((border) => border.width > 0)
    .map((border): SvgNode => {
      const [x1, y1, x2, y2] = edges[border.side];
      const ends = { x1: left + x1 * width, y1: top + y1 * height, x2: left + x2 * width, y2: top + y2 * height };
      return { name: "line", attributes: { ...ends, ...stroke(border) } };
    });
  return [...nodes, ...lines];
}
