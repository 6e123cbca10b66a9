import { scaleLinear } from "d3-scale";
import { type Domain, padded } from "./scale";

export type Tick = { value: number; at: number };
export type Axis = {
  /** A value's place, held inside the drawing. */
  place: (value: number) => number;
  ticks: readonly Tick[];
  /** Digits after the point that the ticks need. */
  decimals: number;
  domain: Domain;
};

function decimalsOf(ticks: readonly number[]): number {
  return Math.max(0, ...ticks.map((tick) => (String(Number(tick.toPrecision(12))).split(".")[1] ?? "").length));
}

/** An axis from one value to another, as they are. Places are per cents unless another range is asked for. */
export function fixedAxis([from, to]: Domain, count: number, range: Domain = [0, 100]): Axis {
  const domain: Domain = from === to ? padded([from]) : [from, to];
  const scale = scaleLinear(domain, range).clamp(true);
  const ticks = scale.ticks(count);
  return { place: scale, ticks: ticks.map((value) => ({ value, at: scale(value) })), decimals: decimalsOf(ticks), domain };
}

/** Differences that only arithmetic made are none: they would ask for an axis too fine to count. */
function plain(value: number): number {
  return Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(12));
}

/** An axis with round ends and room around these values; one value, or equal ones, stand in its middle. */
export function roundAxis(values: readonly number[], count: number, range: Domain = [0, 100]): Axis {
  const [from = 0, to = 1] = scaleLinear(values.length > 0 ? padded(values.map(plain)) : [0, 1], range)
    .nice(count)
    .domain();
  return fixedAxis([from, to], count, range);
}

export function tickFormat(locale: string, decimals: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
