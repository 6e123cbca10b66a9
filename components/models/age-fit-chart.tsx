import { AgreementChart, type AgreementChartProps } from "../charts/agreement-chart";
import type { Domain } from "../charts/scale";

const decade = 10;

export function decadesAround(values: readonly number[]): Domain {
  return [Math.floor(Math.min(...values) / decade) * decade, Math.ceil(Math.max(...values) / decade) * decade];
}

/** Ages in years. */
export function AgeFitChart(props: Omit<AgreementChartProps, "domain" | "ticks" | "shown">) {
  const [from, to] = decadesAround(props.points.flatMap(({ predicted, low, high }) => [predicted, low, high]));
  const ticks = Array.from({ length: (to - from) / decade + 1 }, (_, index) => from + index * decade);
  return <AgreementChart {...props} domain={[from, to]} ticks={ticks} shown={(years) => String(Math.round(years))} />;
}
