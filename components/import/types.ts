/** What a column may mean, for a person who chooses. */
export type TargetOption = { value: string; label: string };
export type TargetGroup = { label: string; options: readonly TargetOption[] };

export type ColumnView = {
  index: number;
  source: string;
  /** The header's name, or which column it is where it has none. */
  name: string;
  target: string | null;
  unit: string | null;
  recognised: "remembered" | "name" | "original" | "label" | "similar" | "person" | null;
  samples: readonly string[];
};

/** By target: our unit in words, and the units from which its numbers can be converted. */
export type TargetUnits = Readonly<Record<string, { ours: string; others: readonly string[] }>>;
