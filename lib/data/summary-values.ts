import "server-only";
import { readColumn } from "@/lib/measurements/columns";
import type { Measurements } from "@/lib/measurements/schema";

/**
 * One number per dictionary code: the one value, or the mean of the sides that were measured. A finding is the share of the
 * sides tested on which it is present (0, ½ or 1). Words and step-to-step deviations are left out; what is missing stays missing.
 */
export function summaryValues(columns: Measurements): Record<string, number> {
  const both = new Map<string, number>();
  const sides = new Map<string, number[]>();
  for (const [name, value] of Object.entries(columns)) {
    const column = readColumn(name);
    const number = numberOf(value, column?.field.kind === "finding");
    if (column === null || column.deviation || number === null) continue;
    if (column.side === "both") both.set(column.code, number);
    else sides.set(column.code, [...(sides.get(column.code) ?? []), number]);
  }
  const means = [...sides].map(([code, values]) => [code, values.reduce((sum, each) => sum + each, 0) / values.length] as const);
  return Object.fromEntries([...means, ...both]);
}

function numberOf(value: number | string, finding: boolean): number | null {
  if (typeof value === "number") return value;
  if (finding && value === "present") return 1;
  return finding && value === "absent" ? 0 : null;
}
