import { z } from "zod";
import type { ExportScope } from "@/lib/data/export";

const scopeSchema = z.union([
  z.literal("own").transform((): ExportScope => ({ kind: "own" })),
  z.literal("all").transform((): ExportScope => ({ kind: "all" })),
  z
    .string()
    .regex(/^(athlete|team):/)
    .transform((text, context): ExportScope => {
      const [kind, id] = text.split(":", 2);
      if (!z.guid().safeParse(id).success) context.addIssue({ code: "custom", message: "no id" });
      return { kind: kind === "team" ? "team" : "athlete", id: id ?? "" };
    }),
]);

/** Whose assessments an address asks for: `own`, `all`, `athlete:<id>` or `team:<id>`; null where it makes no sense. */
export function scopeOf(request: Request): ExportScope | null {
  return scopeSchema.safeParse(new URL(request.url).searchParams.get("of")).data ?? null;
}

/** {@link scopeOf} the other way round. */
export const scopeText = (scope: ExportScope): string => ("id" in scope ? `${scope.kind}:${scope.id}` : scope.kind);
