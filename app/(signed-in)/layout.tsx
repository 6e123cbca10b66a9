import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SignOut } from "@/components/account/sign-out";
import { SignedInShell } from "@/components/layout/app-shell";
import type { NavItem } from "@/components/layout/types";
import { shellParts, signOutWords } from "../shell";

/**
 * The frame of every page for signed-in people. Each page below asks `requireViewer(its path)` itself, because a layout
 * is not run again when a person moves between pages and does not know where to return to.
 */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const [t, parts] = await Promise.all([getTranslations("common"), shellParts()]);
  const items: NavItem[] = [
    { href: "/dashboard", label: t("nav.home"), icon: "home" },
    { href: "/assessments/new", label: t("nav.new"), icon: "new" },
    { href: "/assessments", label: t("nav.history"), icon: "history" },
    { href: "/settings", label: t("nav.settings"), icon: "settings" },
  ];
  return (
    <SignedInShell
      skipLabel={t("skip")}
      header={{
        home: { href: "/dashboard", label: t("home") },
        navLabel: t("navigation"),
        items,
        children: <SignOut words={await signOutWords()} />,
      }}
      bottom={items}
      footer={parts.footer}
    >
      {children}
    </SignedInShell>
  );
}
