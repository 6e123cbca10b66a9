"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { stored, typed } from "@/app/(signed-in)/athletes/answers";
import { passOnOffer } from "@/app/(signed-in)/links";
import { scopeSchema, textOf } from "@/app/(signed-in)/teams/answers";
import type { LinkFormState } from "@/components/teams/link-state";
import { requireViewer } from "@/lib/auth/viewer";
import { changeScope, setReferenceConsent, shareAgain, withdraw } from "@/lib/data/consents";
import { mostOpenOffers, offerAccess, revokeOffer } from "@/lib/data/offers";
import { emailSchema } from "@/lib/data/users";
import { requireForm } from "@/lib/http/malformed";
import { getTranslations } from "@/lib/i18n/server";

const path = "/sharing";

export async function endAccess(form: FormData): Promise<void> {
  requireForm(form);
  const viewer = await requireViewer(path);
  const team = textOf(form, "team");
  const ended = await withdraw(viewer, team);
  revalidatePath("/", "layout");
  redirect(ended ? `${path}?ended=${encodeURIComponent(team)}` : path);
}

export async function chooseScope(form: FormData): Promise<void> {
  requireForm(form);
  const viewer = await requireViewer(path);
  const scope = scopeSchema.safeParse(form.get("scope"));
  if (scope.success) await changeScope(viewer, textOf(form, "team"), scope.data);
  revalidatePath("/", "layout");
}

export async function resumeAccess(form: FormData): Promise<void> {
  requireForm(form);
  const viewer = await requireViewer(path);
  const [team, scope] = [textOf(form, "team"), scopeSchema.safeParse(form.get("scope"))];
  const shared = scope.success && (await shareAgain(viewer, team, scope.data));
  revalidatePath("/", "layout");
  redirect(shared ? `${path}?shared=${encodeURIComponent(team)}` : path);
}

export async function chooseReference(form: FormData): Promise<void> {
  requireForm(form);
  const viewer = await requireViewer(path);
  await setReferenceConsent(viewer, textOf(form, "counted") === "yes");
  revalidatePath(path);
}

export async function makeOffer(_previous: LinkFormState, form: FormData): Promise<LinkFormState> {
  requireForm(form);
  const viewer = await requireViewer(path);
  const t = await getTranslations("sharing.offer.problems");
  const refuse = (errors: LinkFormState["errors"], message?: string): LinkFormState => ({
    status: "refused",
    message,
    errors,
    values: typed(form),
  });
  const [email, scope] = [emailSchema.safeParse(textOf(form, "email").trim()), scopeSchema.safeParse(form.get("scope"))];
  if (!email.success || !scope.success) {
    return refuse({ ...(!email.success && { "offer-email": t("email") }), ...(!scope.success && { "offer-scope": t("scope") }) });
  }
  const made = await offerAccess(viewer, { email: email.data, scope: scope.data });
  if (!made.ok && made.error === "own_address") return refuse({ "offer-email": t("own") });
  if (!made.ok) return refuse({}, made.error === "too_many" ? t("tooMany", { count: mostOpenOffers }) : t("noRecord"));
  revalidatePath(path);
  return { ...stored, made: await passOnOffer(viewer, made.value, { email: email.data }) };
}

export async function endOffer(form: FormData): Promise<void> {
  requireForm(form);
  const viewer = await requireViewer(path);
  await revokeOffer(viewer, textOf(form, "offer"));
  revalidatePath(path);
}
