import path from "node:path";
import { Font } from "@react-pdf/renderer";

const subsets = ["latin", "latin-ext", "greek", "cyrillic", "vietnamese"] as const;
const weights = [400, 600] as const;
const faces = subsets.flatMap((subset) => weights.map((fontWeight) => ({ fontFamily: `Inter ${subset}`, fontWeight, subset })));

/** In the order in which a letter is looked for. */
export const fontFamilies: string[] = subsets.map((subset) => `Inter ${subset}`);

/** The charts write figures and our own words only. */
export const chartFont = "Inter latin";

let ready: Promise<void> | undefined;

/** Makes the fonts known, once: from the files that came with the project. Rejects where they cannot be read. */
export function registerFonts(): Promise<void> {
  ready ??= register().catch((error: unknown) => {
    ready = undefined;
    throw error;
  });
  return ready;
}

async function register(): Promise<void> {
  const folder = path.join(process.cwd(), "node_modules/@fontsource/inter/files");
  for (const { fontFamily, fontWeight, subset } of faces)
    Font.register({ family: fontFamily, fontWeight, src: path.join(folder, `inter-${subset}-${fontWeight}-normal.woff`) });
  // No word is divided: names and units are not ours to cut.
  Font.registerHyphenationCallback((word) => [word]);
  for (const face of faces) await nameGlyphs(face);
}

const replacementCharacter = 0xfffd;
const drawn = new Set<number>();

/** The text with "?" for each letter that no font here has: without it another letter would stand there. Once the fonts are known. */
export const drawable = (text: string): string =>
  Array.from(text.normalize("NFC"), (letter) => (drawn.has(letter.codePointAt(0) ?? 0) ? letter : "?")).join("");

/**
 * Tells each glyph which character it draws. The font keeps what it is told first, for as long as the process runs, and embedding
 * a letter in a document touches the glyphs it is composed of ("Á": "A") without a character: later documents would lose theirs.
 */
async function nameGlyphs(face: { fontFamily: string; fontWeight: number }): Promise<void> {
  await Font.load(face);
  const font = Font.getFont(face)?.data;
  if (!font) throw new Error(`the font ${face.fontFamily} ${face.fontWeight} was not read`);
  font.getGlyph(0, [replacementCharacter]);
  // From the end: the apostrophe ’ shares its glyph with a rarer letter that comes before it.
  const letters: number[] = font.characterSet;
  for (const letter of letters.toSorted((one, other) => other - one)) {
    font.glyphForCodePoint(letter);
    drawn.add(letter);
  }
}
