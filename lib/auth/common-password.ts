import "server-only";
import { dictionary } from "@zxcvbn-ts/language-common";

/** So few different characters are no secret, however often they come. */
const fewestCharacters = 5;
/** What is put before and after a word to make it longer: a year, a few digits, an exclamation mark. */
const longestTrimming = 6;
const runs = ["abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnñopqrstuvwxyz", "012345678901234567890", "qwertyuiopasdfghjklñzxcvbnm"];
/** What everybody who attacks this site tries. */
const ofThisSite = ["marcha", "marcha demo", "gait", "walking"];
const lookalikes: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

let known: ReadonlySet<string> | undefined;
const isKnown = (word: string): boolean => {
  known ??= new Set(dictionary["passwords-common"]);
  return known.has(word);
};

/**
 * Whether a password is one of the fifty thousand that are used most, such a one with a few characters around it or in disguise,
 * a run of keys, or what the person is called (`own`: their name, their address). Nothing is asked of anybody for it.
 */
export function isCommonPassword(password: string, own: readonly string[] = []): boolean {
  const plain = password.normalize("NFKC").toLowerCase();
  if (new Set(plain).size < fewestCharacters || isRun(plain)) return true;
  const words = new Set([...own.flatMap((each) => [each, each.split("@")[0] ?? ""]), ...ofThisSite].map(lettersAlone));
  return [plain, undisguised(plain)].some((each) => {
    const bare = withoutTrimming(each);
    return isKnown(each) || isKnown(bare) || isKnown(withoutAccents(bare)) || words.has(lettersAlone(bare));
  });
}

const isRun = (text: string): boolean => {
  const backwards = [...text].toReversed().join("");
  return runs.some((run) => run.includes(text) || run.includes(backwards));
};

/** The word inside, where only a little stands around it; else the whole. */
function withoutTrimming(text: string): string {
  const word = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return text.length - word.length <= longestTrimming ? word : text;
}

const undisguised = (text: string): string => [...text].map((each) => lookalikes[each] ?? each).join("");
const withoutAccents = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "");
const lettersAlone = (text: string): string => withoutAccents(text.toLowerCase()).replace(/[^\p{L}]/gu, "");
