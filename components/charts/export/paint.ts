/** The page's colours as any SVG reader knows them: hexadecimal, with the opacity apart. */
export type Paint = { colour: string; opacity: number };

const known = new Map<string, Paint>();

function pixel(colour: string): Paint {
  const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  if (!context) return { colour: "#000000", opacity: 1 };
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("");
  return { colour: `#${hex}`, opacity: Math.round((alpha / 255) * 100) / 100 };
}

export function paintOf(colour: string): Paint {
  const paint = known.get(colour) ?? pixel(colour);
  known.set(colour, paint);
  return paint;
}

/** What is seen behind an element. */
export function backgroundOf(element: Element): string {
  for (let each: Element | null = element; each; each = each.parentElement) {
    const paint = paintOf(getComputedStyle(each).backgroundColor);
    if (paint.opacity === 1) return paint.colour;
  }
  return "#ffffff";
}
