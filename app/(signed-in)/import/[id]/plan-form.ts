import { z } from "zod";
import { columnChoicesSchema, type FileRules, fileRulesSchema, type ImportPlan } from "@/lib/exchange";
import { fail, type Result, succeed } from "@/lib/result";

export type NewPeople = { obtainedHow: string; obtainedOn: string } | null;
type Problem = { field: "columns" | "timeZone" | "measuredOn" | "consent" | "obtainedOn" };

const consentSchema = z.object({
  consent: z.literal("yes"),
  how: z.enum(["signed", "spoken"]),
  obtainedOn: z.iso.date(),
});

/** Reads the form that says what a file's columns mean; `today` is "YYYY-MM-DD". */
export function parsePlan(
  form: FormData,
  { team, today }: { team: boolean; today: string },
): Result<{ plan: ImportPlan; newPeople: NewPeople }, Problem> {
  const columns = columnChoicesSchema.safeParse(jsonOf(form.get("columns")));
  if (!columns.success) return fail({ field: "columns" });
  const rules = parseRules(form);
  if (!rules.ok) return rules;
  const plan = { columns: columns.data, rules: rules.value };
  if (!team || form.get("people") !== "add") return succeed({ plan, newPeople: null });
  const consent = consentSchema.safeParse(Object.fromEntries(form));
  if (!consent.success)
    return fail({ field: consent.error.issues.some(({ path }) => path[0] === "obtainedOn") ? "obtainedOn" : "consent" });
  const { how, obtainedOn } = consent.data;
  return obtainedOn > today ? fail({ field: "obtainedOn" }) : succeed({ plan, newPeople: { obtainedHow: how, obtainedOn } });
}

function parseRules(form: FormData): Result<FileRules, Problem> {
  const text = (name: string) => String(form.get(name) ?? "").trim() || null;
  const parsed = fileRulesSchema.safeParse({
    protocol: text("protocol"),
    measuredOn: text("measuredOn"),
    timeZone: text("timeZone"),
    reason: text("reason") ?? "checkup",
    birthDateFromAge: form.get("birthDateFromAge") === "yes",
    dateOrder: text("dateOrder") ?? "dmy",
    m: text("m"),
  });
  if (parsed.success) return succeed(parsed.data);
  return fail({ field: parsed.error.issues.some(({ path }) => path[0] === "measuredOn") ? "measuredOn" : "timeZone" });
}

function jsonOf(value: unknown): unknown {
  try {
    return typeof value === "string" ? JSON.parse(value) : undefined;
  } catch {
    return undefined;
  }
}
