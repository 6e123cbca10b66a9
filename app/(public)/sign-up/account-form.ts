import { newPassword, type PasswordProblem } from "@/lib/auth/new-password";
import { emailSchema } from "@/lib/data/users";
import { fail, type Result, succeed } from "@/lib/result";
import { type Person, type PersonErrors, parsePerson } from "./person-form";

export type NewAccountForm = Person & { email: string; password: string };
export type AccountErrors = PersonErrors & Partial<{ email: "email"; password: PasswordProblem }>;

/** Reads the sign-up form; `today` is "YYYY-MM-DD". */
export function parseAccount(form: FormData, today: string): Result<NewAccountForm, AccountErrors> {
  const person = parsePerson(form, today);
  const email = emailSchema.safeParse(form.get("email"));
  const password = newPassword(form.get("password"), [String(form.get("name") ?? ""), email.data ?? ""]);
  const errors: AccountErrors = {
    ...(!person.ok && person.error),
    ...(!email.success && { email: "email" }),
    ...(!password.ok && { password: password.error }),
  };
  if (!person.ok || !email.success || !password.ok) return fail(errors);
  return succeed({ ...person.value, email: email.data, password: password.value });
}
