import { z } from "zod";
import { longestTokenName, type NewToken, tokenDays, tokenScopes } from "@/lib/data/api-tokens";
import { fail, type Result, succeed } from "@/lib/result";

export type TokenField = "name" | "scopes" | "days";

const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(longestTokenName)
  .regex(/^\P{Cc}*$/u);
const scopesSchema = z.array(z.enum(tokenScopes)).min(1);
const daysSchema = z.coerce.number().pipe(z.literal(tokenDays));

/** Reads the form of a new token; names every field that is wrong. */
export function parseToken(form: FormData): Result<NewToken, TokenField[]> {
  const [name, scopes, days] = [
    nameSchema.safeParse(form.get("name")),
    scopesSchema.safeParse(form.getAll("scopes")),
    daysSchema.safeParse(form.get("days")),
  ];
  if (name.success && scopes.success && days.success) return succeed({ name: name.data, scopes: scopes.data, days: days.data });
  return fail([
    ...(name.success ? [] : ["name" as const]),
    ...(scopes.success ? [] : ["scopes" as const]),
    ...(days.success ? [] : ["days" as const]),
  ]);
}
