/** An SVG element as plain data, so that what is read from the page and what is written to the file stay apart. */
export type SvgNode = { name: string; attributes: Readonly<Record<string, string | number>>; children?: readonly (SvgNode | string)[] };

// What XML 1.0 does not allow in any form.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

export function escapeXml(text: string): string {
  return text.replace(forbidden, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

export function toMarkup(node: SvgNode): string {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(typeof value === "number" ? String(Math.round(value * 100) / 100) : value)}"`)
    .join("");
  if (!node.children?.length) return `<${node.name}${attributes}/>`;
  const inner = node.children.map((child) => (typeof child === "string" ? escapeXml(child) : toMarkup(child))).join("");
  return `<${node.name}${attributes}>${inner}</${node.name}>`;
}
