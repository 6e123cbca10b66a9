"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { siteAddress } from "@/app/site-address";
import { notify } from "@/lib/auth/letters";
import { verifyAddress } from "@/lib/data/account-links";
import { requireForm } from "@/lib/http/malformed";

export async function confirmAddress(form: FormData): Promise<void> {
  requireForm(form);
  const verified = await verifyAddress(String(form.get("token") ?? ""));
  const site = await siteAddress();
  if (verified.ok && verified.value.former) {
    const { former, locale } = verified.value;
    after(() => notify("emailChanged", former, { site, locale }));
  }
  // The used link is not in the address of what is told after it.
  redirect(`/verify/used?outcome=${verified.ok ? "done" : verified.error === "email_taken" ? "taken" : "gone"}`);
}
