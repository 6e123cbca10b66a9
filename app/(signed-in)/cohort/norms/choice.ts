import { z } from "zod";
import type { ReferenceScope } from "@/lib/data/reference";
import { type Protocol, protocolSchema } from "@/lib/measurements/vocabulary";

export type NormsChoice = { team: string | "everyone" | null; protocol: Protocol | null; code: string | null };

const parametersSchema = z.object({
  team: z
    .union([z.literal("everyone"), z.guid()])
    .nullable()
    .catch(null),
  protocol: protocolSchema.nullable().catch(null),
  metric: z.string().nullable().catch(null),
});

/** What the parameters of an address ask for; what is unknown there is as if it were not. */
export function parseNormsChoice(parameters: unknown): NormsChoice {
  const { team, protocol, metric } = parametersSchema.parse(typeof parameters === "object" && parameters !== null ? parameters : {});
  return { team, protocol, code: metric };
}

export function normsAddress({ team, protocol, code }: Partial<NormsChoice>): string {
  const entries = Object.entries({ team, protocol, metric: code }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `/cohort/norms?${new URLSearchParams(entries)}`;
}

/** The people a norm is taken from: the team asked for, the viewer's first, or everyone. */
export function normsScope(team: NormsChoice["team"], teams: readonly { id: string }[]): ReferenceScope | "not found" {
  if (team === "everyone") return { kind: "everyone" };
  const found = team === null ? teams[0] : teams.find(({ id }) => id === team);
  if (found) return { kind: "team", teamId: found.id };
  return team === null ? { kind: "everyone" } : "not found";
}
