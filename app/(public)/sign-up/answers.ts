import type { AccountFormState } from "@/components/account/form-state";
import { passwordCounts } from "@/lib/auth/new-password";
import { getTranslations } from "@/lib/i18n/server";
import type { AccountErrors } from "./account-form";
import { typedValues } from "./person-form";

/** The form as it goes back: each problem in words beside its field, and what was typed. */
export async function refuseFields(form: FormData, problems: AccountErrors): Promise<AccountFormState> {
  const t = await getTranslations("account");
  const counts: Readonly<Record<string, number>> = passwordCounts;
  const errors = Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, t(`errors.${problem}`, { count: counts[problem] ?? 0 })]),
  );
  return {
    status: "refused",
    message: t("signUp.check", { count: Object.keys(errors).length }),
    errors,
    values: typedValues(form),
  };
}

export function refuseForm(form: FormData, message: string): AccountFormState {
  return { status: "refused", message, errors: {}, values: typedValues(form) };
}

/** The calendar date where the day is latest, so that nobody is refused on their birthday. */
export function latestToday(now = new Date()): string {
  return new Date(now.getTime() + 14 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
