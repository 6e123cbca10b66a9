import type { Measure } from "./measure";

export type Column = { readonly athletes: number; readonly measures: ReadonlyMap<string, Measure> };

const ms = (time: number) => time.toFixed(1);

/** A table in Markdown: each case, its queries, and median/90th percentile in ms at each size with the median's ratio to the smallest. */
export function table(name: string, columns: readonly Column[]): string {
  const [smallest] = columns;
  const heads = ["", "queries", ...columns.map(({ athletes }, index) => `${athletes}${index > 0 ? " (ratio)" : ""}`)];
  const rows = [...(smallest?.measures ?? [])].map(([each, first]) => [
    each,
    [...new Set(columns.map(({ measures }) => measures.get(each)?.queries))].join(" / "),
    ...columns.map(({ measures }, index) => {
      const found = measures.get(each);
      if (!found) return "–";
      return `${ms(found.median)} / ${ms(found.p90)}${index > 0 ? ` (×${(found.median / first.median).toFixed(1)})` : ""}`;
    }),
  ]);
  const lines = [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return [`## ${name}: median / 90th percentile in ms, by athletes of the team`, "", ...lines, ""].join("\n");
}

/** The cases that ask more queries of a larger team than of a smaller one. */
export function growing(columns: readonly Column[]): string[] {
  const counts = (each: string) => columns.map(({ measures }) => measures.get(each)?.queries);
  return [...(columns[0]?.measures.keys() ?? [])].filter((each) => new Set(counts(each)).size > 1).map((each) => `${each}: queries grow`);
}
