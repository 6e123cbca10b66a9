import type { ReactNode } from "react";
import { PublicShell } from "@/components/layout/public-shell";
import { viewer } from "@/lib/auth/viewer";
import { getTranslations } from "@/lib/i18n/server";
import { shellParts } from "../shell";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [t, parts, who] = await Promise.all([getTranslations("common"), shellParts(), viewer()]);
  return (
    <PublicShell
      skipLabel={t("skip")}
      footer={parts.footer}
      header={{
        home: { href: "/", label: t("home") },
        navLabel: t("navigation"),
        menuLabel: t("menu"),
        links: [
          { href: "/models", label: t("nav.models") },
          { href: "/faq", label: t("nav.faq") },
          { href: "/privacy", label: t("nav.privacy") },
        ],
        signIn: who ? { href: "/dashboard", label: t("nav.home") } : { href: "/sign-in", label: t("nav.signIn") },
        locale: parts.locale,
        theme: parts.theme,
      }}
    >
      {children}
    </PublicShell>
  );
}
