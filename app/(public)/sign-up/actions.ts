"use server";

import type { AccountFormState } from "@/components/account/form-state";
import { processingTextVersion } from "@/lib/auth/consent";
import { hashPassword } from "@/lib/auth/password";
import { createAccount } from "@/lib/data/users";
import { parseAccount } from "./account-form";
import { latestToday, refuseFields, refuseForm } from "./answers";

export async function signUp(_previous: AccountFormState, form: FormData): Promise<AccountFormState> {
  const parsed = parseAccount(form, latestToday());
  if (!parsed.ok) return refuseFields(form, parsed.error);
  const { password, ...account } = parsed.value;
  const passwordHash = await hashPassword(password);
  const created = await createAccount({ ...account, passwordHash, consentTextVersion: processingTextVersion });
  return created.ok ? { status: "done", errors: {}, values: {} } : refuseForm(form, "taken");
}
