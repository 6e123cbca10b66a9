import type { AnsweredState } from "@/components/athlete/form-state";
import { getTranslations } from "@/lib/i18n/server";

/** The texts of a form, to fill it again. */
export function typed(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" && !name.startsWith("$") ? [[name, value]] : [])),
  );
}

/** The form as it goes back: each problem in words beside its field, and what was typed. */
export async function refuse(form: FormData, errors: Readonly<Record<string, string>>): Promise<AnsweredState> {
  const t = await getTranslations("athletes.form");
  return { status: "refused", message: t("check", { count: Object.keys(errors).length }), errors, values: typed(form) };
}

/** The form as it goes back where what is wrong is not in a field. */
export async function refuseWhole(form: FormData, problem: "notPermitted" | "signedOut"): Promise<AnsweredState> {
  const t = await getTranslations("athletes.form");
  return { status: "refused", message: t(problem), errors: {}, values: typed(form) };
}

export const stored: AnsweredState = { status: "done", errors: {}, values: {} };

/** "YYYY-MM-DD" */
export function today(now = new Date()): string {
  return now.toISOString().slice(0, 10);
}

/** The day where it is latest: a date that a person means as today is not in the future. */
export function latestToday(now = new Date()): string {
  return today(new Date(now.getTime() + 14 * 60 * 60 * 1000));
}

/** The day where it is earliest: a date that a person means as today is not past. */
export function earliestToday(now = new Date()): string {
  return today(new Date(now.getTime() - 12 * 60 * 60 * 1000));
}
