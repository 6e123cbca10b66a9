import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { themeCookie } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/server";
import { latin, latinExtended } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("landing");
  return { title: { default: t("meta.title"), template: "%s · Marcha" }, description: t("meta.description"), applicationName: "Marcha" };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f6" },
    { media: "(prefers-color-scheme: dark)", color: "#151513" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get(themeCookie)?.value;
  return (
    <html
      lang={await getLocale()}
      className={`${latin.variable} ${latinExtended.variable}`}
      data-theme={theme === "light" || theme === "dark" ? theme : undefined}
    >
      <body>{children}</body>
    </html>
  );
}
