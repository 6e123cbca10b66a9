export type HeatVariable = { id: string; label: string };
/** Each unordered pair once. */
export type HeatPair = { a: string; b: string; value: number | null; people: number | null; href?: string };
export type HeatLabels = {
  /** "too few people" */
  missing: string;
  /** The ends of the scale: "none (0)", "full (1)". */
  weak: string;
  strong: string;
  /** What a dashed cell means: "when one is higher, the other is lower". */
  negative: string;
  /** Above the list on a phone: "The ten strongest". */
  strongest: string;
  /** "{a} and {b}" */
  between: string;
};

export function pairName({ between }: HeatLabels, a: string, b: string): string {
  return between.replace("{a}", () => a).replace("{b}", () => b);
}

export function pairKey(a: string, b: string): string {
  return [a, b].toSorted().join(" ");
}
