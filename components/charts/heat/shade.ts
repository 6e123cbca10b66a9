/** Steps that carry their number in AA contrast, light and dark, and darken (or lighten) one after the other. */
const steps = [
  { from: 0, className: "bg-zone-0 text-ink" },
  { from: 0.1, className: "bg-zone-1 text-ink" },
  { from: 0.3, className: "bg-zone-2 text-ink" },
  { from: 0.5, className: "bg-zone-4 text-accent-ink" },
  { from: 0.7, className: "bg-zone-5 text-accent-ink" },
] as const;

export const shades: readonly string[] = steps.map(({ className }) => className);

/** By strength alone; the sign is written. */
export function shadeOf(correlation: number): string {
  return steps.findLast(({ from }) => Math.abs(correlation) >= from)?.className ?? steps[0].className;
}
