// What a browser says of itself, in words that a person knows their devices by. No version and no model: they would tell people apart.

/** The name that a browser is known by and what only it, or none before it here, says of itself. */
const browsers = [
  ["Edge", /\bEdg(?:A|iOS)?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /\b(?:Chrome|HeadlessChrome|CriOS)\//],
  ["Safari", /\bSafari\//],
] as const;

const systems = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["Windows", /\bWindows\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["macOS", /\bMacintosh\b/],
  ["Linux", /\bLinux\b/],
] as const;

type Known = readonly (readonly [name: string, sign: RegExp])[];

/** Browser and system, such as "Chrome · Android"; null where both are unknown. */
export function deviceOf(userAgent: string): string | null {
  const nameOf = (known: Known) => known.find(([, sign]) => sign.test(userAgent))?.[0];
  const words = [nameOf(browsers), nameOf(systems)].filter((word) => word !== undefined);
  return words.length > 0 ? words.join(" · ") : null;
}
