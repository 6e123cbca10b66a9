import { getTranslations } from "@/lib/i18n/server";
import type { PatientErrors } from "./patient-form";

/** What is wrong with a patient's form in words, by field. */
export async function problemsInWords(errors: PatientErrors): Promise<Record<string, string>> {
  const t = await getTranslations("athletes.patient.problems");
  return Object.fromEntries(Object.entries(errors).map(([field, problem]) => [field, t(problem)]));
}
