import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A ratio as it was seen, and what it should be. */
export type Figure = {
  readonly what: string;
  /** What was compared, with the numbers the ratio is made from. */
  readonly seen: string;
  readonly ratio: number;
  readonly bar: number;
  readonly should: "at least" | "at most";
  readonly unit?: "×" | "";
};

export type Group = { readonly name: GroupName; readonly figures: readonly Figure[] };
export type GroupName = "peer" | "limit" | "growth" | "scripts" | "lighthouse" | "start";

const file = path.resolve(import.meta.dirname, "../docs/performance.md");

const text = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2));
const met = ({ ratio, bar, should }: Figure) => (should === "at least" ? ratio >= bar : ratio <= bar);
const verdict = (figure: Figure) => {
  if (met(figure)) return "met";
  const { ratio, bar, should } = figure;
  const by = should === "at least" ? 1 - ratio / bar : ratio / bar - 1;
  return Number.isFinite(by) ? `**missed by ${Math.max(1, Math.round(by * 100))} %**` : "**missed**";
};

export function tableOf({ figures }: Group): string {
  const rows = figures.map((figure) => {
    const unit = figure.unit ?? "×";
    return [figure.what, figure.seen, `${text(figure.ratio)}${unit}`, `${figure.should} ${figure.bar}${unit}`, verdict(figure)];
  });
  return [["", "seen", "ratio", "bar", ""], ["---", "---", "---:", "---:", "---"], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/** Puts a group's table where docs/performance.md has its place for it; the words around stay. */
export function write(group: Group): void {
  const document = readFileSync(file, "utf8");
  const place = new RegExp(`(<!-- figures: ${group.name} -->\n)[\\s\\S]*?(<!-- end -->)`);
  if (!place.test(document)) throw new Error(`${file} has no place for ${group.name}`);
  writeFileSync(
    file,
    document.replace(place, (_, begin: string, end: string) => `${begin}${tableOf(group)}\n${end}`),
  );
}
