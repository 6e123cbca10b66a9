import { AgreementChart, type AgreementChartProps } from "./agreement-chart";

const quarters = [0, 0.25, 0.5, 0.75, 1];

/** Shares from 0 to 1, written of 100. */
export function CalibrationChart(props: Omit<AgreementChartProps, "domain" | "ticks" | "shown">) {
  return <AgreementChart {...props} domain={[0, 1]} ticks={quarters} shown={(share) => String(Math.round(share * 100))} />;
}
