"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { requireForm } from "@/lib/http/malformed";
import { localeCookie, localeSchema, themeCookie } from "@/lib/i18n/locales";

const yearInSeconds = 365 * 24 * 60 * 60;
const themeSchema = z.enum(["system", "light", "dark"]);

export async function chooseLocale(form: FormData): Promise<void> {
  requireForm(form);
  const locale = localeSchema.safeParse(form.get("locale"));
  if (locale.success) await remember(localeCookie, locale.data);
}

export async function chooseTheme(form: FormData): Promise<void> {
  requireForm(form);
  const theme = themeSchema.safeParse(form.get("theme"));
  if (theme.success) await remember(themeCookie, theme.data);
}

async function remember(name: string, value: string): Promise<void> {
  (await cookies()).set(name, value, { maxAge: yearInSeconds, path: "/", sameSite: "lax", httpOnly: true });
}
