import path from "node:path";
import { Font } from "@react-pdf/renderer";

const subsets = ["latin", "latin-ext", "greek", "cyrillic", "vietnamese"] as const;
const weights = [400, 600] as const;

/** In the order in which a letter is looked for. */
export const fontFamilies: string[] = subsets.map((subset) => `Inter ${subset}`);

let registered = false;

/** Makes the fonts known, once: from the files that came with the project. */
export function registerFonts(): void {
  if (registered) return;
  registered = true;
  const folder = path.join(process.cwd(), "node_modules/@fontsource/inter/files");
  for (const subset of subsets) {
    Font.register({
      family: `Inter ${subset}`,
      fonts: weights.map((fontWeight) => ({ fontWeight, src: path.join(folder, `inter-${subset}-${fontWeight}-normal.woff`) })),
    });
  }
  // No word is divided: names and units are not ours to cut.
  Font.registerHyphenationCallback((word) => [word]);
}
