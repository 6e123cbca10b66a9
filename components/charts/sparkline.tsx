import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { cn } from "../ui/cn";
import { padded } from "./scale";

export type SparklineProps = {
  /** Oldest first. */
  values: readonly number[];
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
  const last = values.at(-1);
  if (last === undefined) return null;
  const x = scaleLinear([0, Math.max(values.length - 1, 1)], [edge, width - edge]);
  const y = scaleLinear(padded([...values, ...(band ? [band.low, band.high] : [])]), [height - edge, edge]);
  const end = values.length === 1 ? width / 2 : width - edge;
  const path = line<number>((_, index) => x(index), y)([...values]) ?? "";
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className={cn("h-7 w-24", className)}>
      {band && <rect width={width} y={y(band.high)} height={y(band.low) - y(band.high)} className="fill-line/70" />}
      {values.length > 1 && <path d={path} className="fill-none stroke-[1.5] stroke-muted" strokeLinejoin="round" strokeLinecap="round" />}
      <circle cx={end} cy={y(last)} r={3} className="fill-accent" />
    </svg>
  );
}
