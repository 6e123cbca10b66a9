import { z } from "zod";
import { isFieldCode } from "@/lib/measurements/dictionary";
import { type Protocol, protocolSchema } from "@/lib/measurements/vocabulary";

/** What a comparison's address says: ids and choices, never a name or a value. */
export type CompareAddress = {
  athletes: string[];
  assessments: string[];
  protocol?: Protocol;
  reference?: "team" | "band" | "everyone";
  team?: string;
  /** The measurement looked at closely. */
  metric?: string;
  /** Where the page of people to choose from goes on; there it is still being chosen. */
  after?: string;
};

/** Ids as `a,b` or as one parameter each, or both; each once, in their order. Long enough for any form to say "too many". */
const idsSchema = z
  .union([z.string(), z.array(z.string())])
  .catch([])
  .transform((given) => [...new Set([given].flat().flatMap((part) => part.split(",")))].filter((id) => id !== "").slice(0, 50));

const optionalText = z.string().min(1).max(64).optional().catch(undefined);

const parametersSchema = z.object({
  athletes: idsSchema,
  assessments: idsSchema,
  protocol: protocolSchema.optional().catch(undefined),
  reference: z.enum(["team", "band", "everyone"]).optional().catch(undefined),
  team: optionalText,
  metric: z.string().refine(isFieldCode).optional().catch(undefined),
  after: optionalText,
});

export function parseAddress(parameters: unknown): CompareAddress {
  return parametersSchema.parse(parameters);
}

/** The address with some of it changed; what is undefined is left away. */
export function compareHref(address: CompareAddress, changes: Partial<CompareAddress> = {}, anchor = ""): string {
  const { athletes, assessments, ...rest } = { ...address, after: undefined, ...changes };
  const pairs: [string, string][] = [];
  if (athletes.length > 0) pairs.push(["athletes", athletes.join(",")]);
  if (assessments.length > 0) pairs.push(["assessments", assessments.join(",")]);
  for (const name of ["protocol", "reference", "team", "metric", "after"] as const) {
    const value = rest[name];
    if (value !== undefined) pairs.push([name, value]);
  }
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
  return `/compare${query === "" ? "" : `?${query}`}${anchor}`;
}
