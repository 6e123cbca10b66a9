"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { siteAddress } from "@/app/site-address";
import { notify } from "@/lib/auth/letters";
import { requireHolder } from "@/lib/auth/viewer";
import { verifyAddress } from "@/lib/data/account-links";
import { requireForm } from "@/lib/http/malformed";

export async function confirmAddress(form: FormData): Promise<void> {
  requireForm(form);
  const token = String(form.get("token") ?? "");
  const who = await requireHolder(`/verify/${encodeURIComponent(token)}`);
  const verified = await verifyAddress(who, token);
  const site = await siteAddress();
  if (verified.ok && verified.value.former) {
    const { former, locale } = verified.value;
    after(() => notify("emailChanged", former, { site, locale }));
  }
  // The used link is not in the address of what is told after it.
  redirect(`/verify/used?outcome=${verified.ok ? "done" : verified.error === "email_taken" ? "taken" : "gone"}`);
}
