"use server";

import { redirect } from "next/navigation";
import { safeCallbackUrl } from "@/app/(public)/sign-in/callback-url";
import { latestToday, refuseFields } from "@/app/(public)/sign-up/answers";
import { parsePerson } from "@/app/(public)/sign-up/person-form";
import type { AccountFormState } from "@/components/account/form-state";
import { processingTextVersion } from "@/lib/auth/consent";
import { viewer } from "@/lib/auth/viewer";
import { completeProfile } from "@/lib/data/users";
import { requireForm, requireTexts } from "@/lib/http/malformed";

export async function welcome(callbackUrl: string, _previous: AccountFormState, form: FormData): Promise<AccountFormState> {
  requireForm(form);
  requireTexts(callbackUrl);
  const who = await viewer();
  if (!who) redirect(`/sign-in?callbackUrl=${encodeURIComponent("/welcome")}`);
  const parsed = parsePerson(form, latestToday());
  if (!parsed.ok) return refuseFields(form, parsed.error);
  await completeProfile(who, { ...parsed.value, consentTextVersion: processingTextVersion });
  redirect(safeCallbackUrl(callbackUrl));
}
