import type { FormPlan } from "@/components/assessment/types";
import { getTranslations } from "@/lib/i18n/server";
import { ageAt } from "@/lib/measurements/derived";

/** What the form shows of a person instead of asking: sex, and age on a date ("YYYY-MM-DD"). */
export async function personInWords(person: { birthDate: string; sex: "female" | "male" }, date: string): Promise<FormPlan["person"]> {
  const t = await getTranslations("common.sex");
  return { sex: t(person.sex), age: String(ageAt(person.birthDate, date) ?? "–") };
}
