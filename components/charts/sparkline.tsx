import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { cn } from "../ui/cn";
import { padded } from "./scale";

export type SparklineProps = {
  /** Oldest first; null where it was not measured, which leaves a gap. */
  values: readonly (number | null)[];
  /** The person's own band. */
  band?: { low: number; high: number };
  /** What it shows, in words: "Walking speed, five times since May, last 1.21 m/s." */
  label: string;
  className?: string;
};

const width = 96;
const height = 28;
const edge = 4;

export function Sparkline({ values, band, label, className }: SparklineProps) {
  const measured = values.filter((value) => value !== null);
  const lastIndex = values.findLastIndex((value) => value !== null);
  const last = measured.at(-1);
  if (last === undefined) return null;
  const x = scaleLinear([0, Math.max(values.length - 1, 1)], [edge, width - edge]);
  const y = scaleLinear(padded([...measured, ...(band ? [band.low, band.high] : [])]), [height - edge, edge]);
  const place = (index: number) => (values.length === 1 ? width / 2 : x(index));
  const path = line<number | null>(
    (_, index) => place(index),
    (value) => y(value ?? 0),
  ).defined((value) => value !== null);
  const alone = (index: number) => (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className={cn("h-7 w-24", className)}>
      {band && <rect width={width} y={y(band.high)} height={y(band.low) - y(band.high)} className="fill-line/70" />}
      {values.length > 1 && (
        <path d={path([...values]) ?? ""} className="fill-none stroke-[1.5] stroke-muted" strokeLinejoin="round" strokeLinecap="round" />
      )}
      {values.map(
        (value, index) =>
          value !== null &&
          index !== lastIndex &&
          // biome-ignore lint/suspicious/noArrayIndexKey: a value is known by its place
          alone(index) && <circle key={index} cx={place(index)} cy={y(value)} r={1.75} className="fill-muted" />,
      )}
      <circle cx={place(lastIndex)} cy={y(last)} r={3} className="fill-accent" />
    </svg>
  );
}
