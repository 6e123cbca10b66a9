import { longestPassword, shortestPassword } from "@/lib/auth/password";
import { emailSchema } from "@/lib/data/users";
import { fail, type Result, succeed } from "@/lib/result";
import { type Person, type PersonErrors, parsePerson } from "./person-form";

export type NewAccountForm = Person & { email: string; password: string };
export type AccountErrors = PersonErrors & Partial<{ email: "email"; password: "passwordShort" | "passwordLong" }>;

/** Reads the sign-up form; `today` is "YYYY-MM-DD". */
export function parseAccount(form: FormData, today: string): Result<NewAccountForm, AccountErrors> {
  const person = parsePerson(form, today);
  const email = emailSchema.safeParse(form.get("email"));
  const password = form.get("password");
  const length = typeof password === "string" ? [...password].length : 0;
  const errors: AccountErrors = {
    ...(!person.ok && person.error),
    ...(!email.success && { email: "email" }),
    ...(length < shortestPassword && { password: "passwordShort" }),
    ...(length > longestPassword && { password: "passwordLong" }),
  };
  if (!person.ok || !email.success || typeof password !== "string" || Object.keys(errors).length > 0) return fail(errors);
  return succeed({ ...person.value, email: email.data, password });
}
