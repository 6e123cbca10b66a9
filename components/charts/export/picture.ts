import type { SvgNode } from "./markup";
import { paintOf } from "./paint";
import { type Box, union } from "./sheet";
import { surfaceOf } from "./surface";
import { copySvg, numerals } from "./svg-copy";
import { linesOf } from "./text-lines";

export type Picture = { nodes: readonly SvgNode[]; box: Box; characters: ReadonlySet<string> };

/**
 * The picture as it stands on the page, words in HTML included; as wide as its place, as high as what is drawn.
 * Controls marked `data-chart-control` stay behind.
 */
export function readPicture(root: HTMLElement): Picture {
  const nodes: SvgNode[] = [];
  const characters = new Set<string>();
  const { left, right } = root.getBoundingClientRect();
  let box: Box = { left, right, top: Number.POSITIVE_INFINITY, bottom: Number.NEGATIVE_INFINITY };

  const read = (element: Element) => {
    if (!isShown(element)) return;
    if (element instanceof SVGSVGElement) {
      const copy = placedSvg(element);
      if (copy) nodes.push(copy);
      box = union(box, drawnBox(element));
      addAll(characters, element.textContent ?? "");
      return;
    }
    if (element instanceof HTMLElement) {
      const surface = surfaceOf(element);
      nodes.push(...surface);
      if (surface.length > 0) box = union(box, boxOf(element.getBoundingClientRect()));
    }
    for (const child of element.childNodes) {
      if (child instanceof Element) read(child);
      if (!(child instanceof Text)) continue;
      const lines = textNodes(child);
      for (const { node, box: own } of lines) {
        nodes.push(node);
        box = union(box, own);
      }
      addAll(characters, child.data);
    }
  };
  read(root);
  return { nodes, box, characters };
}

function addAll(characters: Set<string>, text: string) {
  for (const character of text) characters.add(character);
}

function boxOf({ left, top, right, bottom }: DOMRect): Box {
  return { left, top, right, bottom };
}

function isShown(element: Element): boolean {
  if (element.hasAttribute("data-chart-control")) return false;
  const { width, height } = element.getBoundingClientRect();
  const hiddenFromSight = width <= 1 && height <= 1 && getComputedStyle(element).overflow !== "visible";
  return !hiddenFromSight && element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
}

function placedSvg(element: SVGSVGElement): SvgNode | null {
  const copy = copySvg(element);
  if (!copy) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  return { ...copy, attributes: { ...copy.attributes, x: left, y: top, width, height } };
}

function drawnBox(element: SVGSVGElement): Box {
  const box = boxOf(element.getBoundingClientRect());
  if (getComputedStyle(element).overflow !== "visible") return box;
  return [...element.querySelectorAll("path, rect, circle, line, text")]
    .filter((shape) => !shape.closest("defs, clipPath, pattern"))
    .map((shape) => boxOf(shape.getBoundingClientRect()))
    .reduce(union, box);
}

function textNodes(text: Text): { node: SvgNode; box: Box }[] {
  const parent = text.parentElement;
  const lines = parent ? linesOf(text) : [];
  if (!parent || lines.length === 0) return [];
  const style = getComputedStyle(parent);
  const paint = paintOf(style.color);
  const ascent = ascentShare(style);
  return lines.map(({ text: words, left, top, width, height }) => ({
    node: {
      name: "text",
      attributes: {
        x: left,
        y: top + height * ascent,
        "font-size": style.fontSize,
        "font-weight": style.fontWeight,
        fill: paint.colour,
        ...(paint.opacity < 1 ? { "fill-opacity": paint.opacity } : {}),
        ...numerals(style),
      },
      children: [words],
    },
    box: { left, top, right: left + width, bottom: top + height },
  }));
}

/** How much of a line's height lies above its baseline. */
function ascentShare(style: CSSStyleDeclaration): number {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return 0.8;
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText("x");
  return up + down > 0 ? up / (up + down) : 0.8;
}
