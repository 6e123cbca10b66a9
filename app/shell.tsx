import { cookies } from "next/headers";
import type { SignOutWords } from "@/components/account/sign-out";
import type { FooterProps } from "@/components/layout/footer";
import { type LocaleSwitchProps, type ThemeSwitchProps, themes } from "@/components/layout/types";
import { locales, themeCookie } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/server";
import { chooseLocale, chooseTheme } from "./preferences";

/** The words of signing out, in the header and in the settings. */
export async function signOutWords(): Promise<SignOutWords> {
  const t = await getTranslations("common");
  return {
    action: t("nav.signOut"),
    title: t("signOut.title"),
    text: t("signOut.text"),
    stay: t("signOut.stay"),
    leave: t("signOut.leave"),
  };
}

/** What the public and the signed-in frame share: the switches and the footer, in words. */
export async function shellParts(): Promise<{ locale: LocaleSwitchProps; theme: ThemeSwitchProps; footer: FooterProps }> {
  const [t, current, jar] = await Promise.all([getTranslations("common"), getLocale(), cookies()]);
  const locale: LocaleSwitchProps = {
    label: t("locale.label"),
    locale: current,
    options: locales.map((code) => ({ code, label: t(`locale.${code}`) })),
    action: chooseLocale,
  };
  const chosen = jar.get(themeCookie)?.value;
  const theme: ThemeSwitchProps = {
    label: t("theme.label"),
    theme: themes.find((each) => each === chosen) ?? "system",
    labels: { system: t("theme.system"), light: t("theme.light"), dark: t("theme.dark") },
    action: chooseTheme,
  };
  const footer: FooterProps = {
    navLabel: t("footer.label"),
    links: [
      { href: "/faq", label: t("nav.faq") },
      { href: "/models", label: t("nav.models") },
      { href: "/privacy", label: t("nav.privacy") },
    ],
    note: t("footer.note"),
    locale,
    theme,
  };
  return { locale, theme, footer };
}
