import { embeddedFonts } from "./fonts";
import { toMarkup } from "./markup";
import { backgroundOf, paintOf } from "./paint";
import { readPicture } from "./picture";
import { layOut, type SheetLine, wrap } from "./sheet";

export type ImageRequest = { title: string; fileName: string; kind: "svg" | "png" };

const pngScale = 2;

/** Saves the figure's picture as a file. False where this browser cannot. */
export async function saveImage(figure: HTMLElement, { title, fileName, kind }: ImageRequest): Promise<boolean> {
  const drawing = await drawFigure(figure, title);
  if (!drawing) return false;
  const blob = kind === "svg" ? new Blob([drawing.svg], { type: "image/svg+xml" }) : await rasterise(drawing);
  if (!blob) return false;
  save(blob, `${fileName}.${kind}`);
  return true;
}

type Drawing = { svg: string; width: number; height: number };

async function drawFigure(figure: HTMLElement, title: string): Promise<Drawing | null> {
  const root = figure.querySelector<HTMLElement>("[data-chart-picture]");
  if (!root) return null;
  const picture = unscrolled(root, () => readPicture(root));
  const style = getComputedStyle(figure);
  const context = figure.querySelector<HTMLElement>("[data-chart-context]");
  const lines: SheetLine[] = [
    ...headLines(title, { size: 16, weight: 600, fill: paintOf(style.color).colour }, picture.box, style.fontFamily),
    ...(context
      ? headLines(
          context.textContent ?? "",
          { size: 14, weight: 400, fill: paintOf(getComputedStyle(context).color).colour },
          picture.box,
          style.fontFamily,
        )
      : []),
  ];
  const characters = new Set([...picture.characters, ...lines.flatMap(({ text }) => [...text])]);
  const {
    root: svg,
    width,
    height,
  } = layOut({
    lines,
    picture: picture.nodes,
    box: picture.box,
    background: backgroundOf(figure),
    fontFamily: style.fontFamily,
    fonts: await embeddedFonts(style.fontFamily, characters),
  });
  return { svg: toMarkup(svg), width, height };
}

/** Boxes that scroll show their beginning while they are read. */
function unscrolled<Value>(root: HTMLElement, read: () => Value): Value {
  const scrolled = [...root.querySelectorAll<HTMLElement>("*")]
    .map((element) => ({ element, left: element.scrollLeft }))
    .filter(({ left }) => left !== 0);
  for (const { element } of scrolled) element.scrollLeft = 0;
  const value = read();
  for (const { element, left } of scrolled) element.scrollLeft = left;
  return value;
}

function headLines(
  text: string,
  look: Omit<SheetLine, "text">,
  { left, right }: { left: number; right: number },
  fontFamily: string,
): SheetLine[] {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return [{ text, ...look }];
  context.font = `${look.weight} ${look.size}px ${fontFamily}`;
  return wrap(text, right - left, (line) => context.measureText(line).width).map((line) => ({ text: line, ...look }));
}

async function rasterise({ svg, width, height }: Drawing): Promise<Blob | null> {
  const image = new Image(width * pngScale, height * pngScale);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * pngScale, height: height * pngScale });
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function save(blob: Blob, fileName: string) {
  const address = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href: address, download: fileName }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
