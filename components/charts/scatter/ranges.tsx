import { fromSteps, sliderSteps, toSteps } from "./geometry";
import type { Area, ScatterAxis, ScatterLabels } from "./types";
import { axisFormat, fill } from "./words";

export type RangesProps = {
  view: Area;
  brush: Area | null;
  axes: { x: ScatterAxis; y: ScatterAxis };
  labels: ScatterLabels;
  locale: string;
  onBrush: (area: Area) => void;
};

const sides = ["x", "y"] as const;

/** The same selection as dragging makes, one pair of thumbs per axis. */
export function Ranges({ view, brush, axes, labels, locale, onBrush }: RangesProps) {
  const area = brush ?? view;
  return (
    <div className="grid gap-x-12 gap-y-2 sm:grid-cols-2">
      {sides.map((side) => {
        const axis = axes[side];
        const text = axisFormat(axis, locale);
        const [from, to] = toSteps(view[side], area[side]);
        const set = (next: readonly [number, number]) => onBrush({ ...area, [side]: fromSteps(view[side], next) });
        const thumb = (label: string, value: number, real: number, change: (value: number) => void) => (
          <input
            type="range"
            aria-label={fill(label, { axis: axis.label })}
            aria-valuetext={text(real)}
            min={0}
            max={sliderSteps}
            value={value}
            onChange={(event) => change(Number(event.target.value))}
            className="range-thumb"
          />
        );
        return (
          <div key={side} className="grid min-w-0">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span className="font-medium">{axis.label}</span>
              <span className="text-muted tabular-nums">
                {text(area[side][0])} – {text(area[side][1])}
              </span>
            </p>
            <div className="relative h-11">
              <div className="absolute inset-x-0 top-1/2 h-1 -translate-y-1/2 rounded-full bg-line" />
              <div
                style={{ left: `${from}%`, right: `${sliderSteps - to}%` }}
                className="absolute top-1/2 h-1 -translate-y-1/2 rounded-full bg-accent"
              />
              {thumb(labels.from, from, area[side][0], (value) => set([Math.min(value, to), to]))}
              {thumb(labels.to, to, area[side][1], (value) => set([from, Math.max(value, from)]))}
            </div>
          </div>
        );
      })}
    </div>
  );
}
