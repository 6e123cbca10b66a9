"use server";

import { revalidatePath } from "next/cache";
import type { TokenFormState } from "@/components/tokens/token-form";
import { requireViewer } from "@/lib/auth/viewer";
import { createToken, longestTokenName, mostTokens, revokeToken } from "@/lib/data/api-tokens";
import { requireForm } from "@/lib/http/malformed";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { parseToken } from "./token-form";

const path = "/settings/tokens";

export async function makeToken(_previous: TokenFormState, form: FormData): Promise<TokenFormState> {
  requireForm(form);
  const viewer = await requireViewer(path);
  const t = await getTranslations("api.tokens");
  const values = { name: String(form.get("name") ?? ""), scopes: form.getAll("scopes").join(" "), days: String(form.get("days") ?? "") };
  const asked = parseToken(form);
  if (!asked.ok) {
    const words = asked.error.map((field) => [`token-${field}`, t(`form.problems.${field}`, { longest: longestTokenName })]);
    return { status: "refused", errors: Object.fromEntries(words), values };
  }
  const made = await createToken(viewer, asked.value);
  if (!made.ok) return { status: "refused", message: t("form.problems.tooMany", { count: mostTokens }), errors: {}, values };
  revalidatePath(path);
  const format = await getRegionalFormatter();
  const until = format.dateTime(made.value.expiresAt, { dateStyle: "long", timeZone: "UTC" });
  return { status: "done", errors: {}, values: {}, made: { token: made.value.token, until: t("made.until", { date: until }) } };
}

export async function endToken(form: FormData): Promise<void> {
  requireForm(form);
  const viewer = await requireViewer(path);
  await revokeToken(viewer, String(form.get("token") ?? ""));
  revalidatePath(path);
}
