import type { Translator } from "./server";

/** A message whose named gaps stay open, `{name}`, for what is only known in the browser. */
export function withGaps(t: Translator, key: string, ...names: string[]): string {
  return t(key, Object.fromEntries(names.map((name) => [name, `{${name}}`])));
}
