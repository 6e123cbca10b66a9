import type { SvgNode } from "./markup";
import { paintOf } from "./paint";

/** What children take from their parents. */
const inherited = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "paint-order",
  "visibility",
] as const;
const own = { opacity: "1", "vector-effect": "none" } as const;
const textual = new Set(["text", "tspan"]);
const dropped = /^(class|style|role|tabindex|href|target|xmlns|on.*|aria-.*|data-.*)$/;

function paintAttributes(property: "fill" | "stroke", value: string, opacity: string): Record<string, string | number> {
  if (value === "none") return { [property]: "none" };
  if (value.startsWith("url(")) return { [property]: value.replaceAll('"', "").replace(/\).*$/, ")") };
  const paint = paintOf(value);
  const total = paint.opacity * Number(opacity);
  return { [property]: paint.colour, [`${property}-opacity`]: total };
}

function presentation(style: CSSStyleDeclaration, parent: CSSStyleDeclaration | null): Record<string, string | number> {
  const attributes: Record<string, string | number> = {};
  const differs = (property: string) => !parent || style.getPropertyValue(property) !== parent.getPropertyValue(property);
  for (const property of inherited) {
    if (property.endsWith("-opacity") || !differs(property)) continue;
    if (property !== "fill" && property !== "stroke") attributes[property] = style.getPropertyValue(property);
  }
  for (const property of ["fill", "stroke"] as const) {
    if (!differs(property) && !differs(`${property}-opacity`)) continue;
    Object.assign(
      attributes,
      paintAttributes(property, style.getPropertyValue(property), style.getPropertyValue(`${property}-opacity`) || "1"),
    );
  }
  for (const [property, initial] of Object.entries(own)) {
    const value = style.getPropertyValue(property);
    if (value && value !== initial) attributes[property] = value;
  }
  return attributes;
}

function kept(element: Element): Record<string, string> {
  const presentational = new Set<string>([...inherited, ...Object.keys(own)]);
  return Object.fromEntries(
    [...element.attributes]
      .filter(({ name }) => !dropped.test(name) && !presentational.has(name))
      .map(({ name, value }): [string, string] => [name, value]),
  );
}

/** Figures of one width are no attribute of SVG. */
export function numerals(style: CSSStyleDeclaration): Record<string, string> {
  return style.fontVariantNumeric === "normal" ? {} : { style: `font-variant-numeric:${style.fontVariantNumeric}` };
}

/** An SVG element with everything its classes say written into its attributes. Per cents stay: their outermost `svg` gets a size. */
export function copySvg(element: SVGElement, parent: CSSStyleDeclaration | null = null): SvgNode | null {
  const style = getComputedStyle(element);
  if (style.display === "none") return null;
  const children = [...element.childNodes].flatMap((child): (SvgNode | string)[] => {
    if (child instanceof Text) return textual.has(element.localName) ? [child.data.replace(/\s+/g, " ")] : [];
    const copy = child instanceof SVGElement ? copySvg(child, style) : null;
    return copy ? [copy] : [];
  });
  return {
    name: element.localName === "a" ? "g" : element.localName,
    attributes: {
      ...kept(element),
      ...presentation(style, parent),
      ...(parent ? {} : numerals(style)),
      ...(element.localName === "svg" && style.overflow === "visible" ? { overflow: "visible" } : {}),
    },
    children,
  };
}
