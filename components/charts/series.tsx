import { cn } from "../ui/cn";

/** Groups and people side by side differ in colour, in the shape of their marks and in the dashes of their lines: never in colour alone. */
const colours = [
  { fill: "fill-series-1", stroke: "stroke-series-1" },
  { fill: "fill-series-2", stroke: "stroke-series-2" },
  { fill: "fill-series-3", stroke: "stroke-series-3" },
  { fill: "fill-series-4", stroke: "stroke-series-4" },
  { fill: "fill-series-5", stroke: "stroke-series-5" },
  { fill: "fill-series-6", stroke: "stroke-series-6" },
] as const;

type Corner = readonly [x: number, y: number];

function polygon(corners: readonly Corner[]): (size: number) => string {
  return (size) => {
    const steps = corners.map(([x, y], index) => {
      const [fromX, fromY] = index === 0 ? [0, 0] : (corners[index - 1] ?? [0, 0]);
      return `${short((x - fromX) * size)},${short((y - fromY) * size)}`;
    });
    return `m${steps[0]}l${steps.slice(1).join(" ")}z`;
  };
}

function short(value: number): number {
  return Math.round(value * 100) / 100;
}

const plus: readonly Corner[] = [
  [-0.4, -1.15],
  [0.4, -1.15],
  [0.4, -0.4],
  [1.15, -0.4],
  [1.15, 0.4],
  [0.4, 0.4],
  [0.4, 1.15],
  [-0.4, 1.15],
  [-0.4, 0.4],
  [-1.15, 0.4],
  [-1.15, -0.4],
  [-0.4, -0.4],
];
const turned = plus.map(([x, y]): Corner => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2]);
const rectangle = (x: number, y: number): readonly Corner[] => [
  [-x, -y],
  [x, -y],
  [x, y],
  [-x, y],
];

/** Paths around the place they are drawn from, nearly equal in area. */
const shapes: readonly ((size: number) => string)[] = [
  (size) =>
    `m${short(-size)},0a${short(size)},${short(size)} 0 1,0 ${short(2 * size)},0a${short(size)},${short(size)} 0 1,0 ${short(-2 * size)},0z`,
  polygon(rectangle(0.9, 0.9)),
  polygon([
    [0, -1.2],
    [1.15, 0.9],
    [-1.15, 0.9],
  ]),
  polygon([
    [0, -1.3],
    [1.15, 0],
    [0, 1.3],
    [-1.15, 0],
  ]),
  polygon([
    [0, 1.2],
    [1.15, -0.9],
    [-1.15, -0.9],
  ]),
  polygon(plus),
  polygon(turned),
  polygon(rectangle(0.55, 1.35)),
  polygon(rectangle(1.35, 0.55)),
];

const dashes = [undefined, "7 4", "2 3", "11 3 2 3", "14 6", "5 2 2 2 2 2"] as const;

export const seriesLimit = shapes.length;

export type SeriesStyle = { fill: string; stroke: string; dash: string | undefined; shape: (size: number) => string };

/** The look of the series at this place of a stable list. */
export function seriesStyle(index: number): SeriesStyle {
  const colour = colours[index % colours.length] ?? colours[0];
  const shape = shapes[index % shapes.length] ?? polygon(plus);
  return { ...colour, dash: dashes[index % dashes.length], shape };
}

type SeriesMarkProps = {
  index: number;
  x: string | number;
  y: string | number;
  size?: number;
  /** In grey, where its colour would say something that is not so. */
  grey?: boolean;
  className?: string;
};

/** The nested svg lets the mark stand at a percentage. */
export function SeriesMark({ index, x, y, size = 5, grey = false, className }: SeriesMarkProps) {
  const { fill, shape } = seriesStyle(index);
  return (
    <svg aria-hidden="true" x={x} y={y} className="overflow-visible">
      <path d={`M0,0${shape(size)}`} className={cn(grey ? "fill-reference" : fill, className)} strokeLinejoin="round" />
    </svg>
  );
}

/** The same mark before its name in running text. */
export function SeriesKey({ index, className }: { index: number; className?: string }) {
  return (
    <svg aria-hidden="true" width="16" height="16" className={cn("shrink-0", className)}>
      <SeriesMark index={index} x={8} y={8} />
    </svg>
  );
}
