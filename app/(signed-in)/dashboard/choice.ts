import { z } from "zod";
import type { AssessmentSummary } from "@/lib/data/assessments";
import { readColumn } from "@/lib/measurements/columns";
import { type Protocol, protocolSchema } from "@/lib/measurements/vocabulary";

export type TrendChoice = {
  protocol: Protocol;
  /** Codes of the measurements to follow. */
  metrics: string[];
  /** Codes that can be followed: numbers measured in this protocol. */
  offered: string[];
};

const most = 6;
const firstShown = ["speed", "step_rate", "stride_length", "propulsive_force_peak", "contact_time"];
const parametersSchema = z.object({
  protocol: protocolSchema.optional().catch(undefined),
  metric: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .optional()
    .catch(undefined),
});

/** What the person asked to see in the address, or what suits their assessments. */
export function parseChoice(parameters: unknown, assessments: readonly AssessmentSummary[]): TrendChoice {
  const asked = parametersSchema.parse(parameters);
  const protocol = asked.protocol ?? assessments[0]?.protocol ?? "walk";
  const offered = followable(assessments.filter((each) => each.protocol === protocol));
  const wanted = asked.metric ?? firstShown.filter((code) => offered.includes(code)).slice(0, 3);
  return { protocol, offered, metrics: wanted.filter((code) => offered.includes(code)).slice(0, most) };
}

function followable(assessments: readonly AssessmentSummary[]): string[] {
  const codes = assessments.flatMap(({ measurements }) =>
    Object.entries(measurements).flatMap(([name, value]) => {
      const column = readColumn(name);
      return column && !column.deviation && typeof value === "number" ? [column.code] : [];
    }),
  );
  return [...new Set(codes)];
}
