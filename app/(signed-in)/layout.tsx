import type { ReactNode } from "react";
import { IdleLock } from "@/components/account/idle-lock";
import { SignOut } from "@/components/account/sign-out";
import { SignedInShell } from "@/components/layout/signed-in-shell";
import type { NavItem } from "@/components/layout/types";
import { DeviceKeeper } from "@/components/offline/device-keeper";
import { PendingAssessments } from "@/components/offline/pending-assessments";
import { idleMinutes } from "@/lib/auth/claims";
import { sessionClaims, viewer } from "@/lib/auth/viewer";
import { getLocale, getMessages, getTranslations } from "@/lib/i18n/server";
import { shellParts, signOutWords } from "../shell";
import { lock } from "./lock";
import { sendKept } from "./pending/actions";

/**
 * The frame of every page for signed-in people. Each page below asks `requireViewer(its path)` itself, because a layout
 * is not run again when a person moves between pages and does not know where to return to.
 */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const [t, parts, { all, bottom }, session, who, locale, { offline }] = await Promise.all([
    getTranslations("common"),
    shellParts(),
    navigation(),
    sessionClaims(),
    viewer(),
    getLocale(),
    getMessages(),
  ]);
  return (
    <SignedInShell
      skipLabel={t("skip")}
      header={{
        home: { href: "/dashboard", label: t("home") },
        navLabel: t("navigation"),
        items: all,
        menuLabel: t("menu"),
        children: <SignOut words={await signOutWords()} />,
      }}
      bottom={bottom}
      footer={parts.footer}
    >
      {session?.shared && <IdleLock minutes={idleMinutes} lock={lock} />}
      {who && <DeviceKeeper owner={who.userId} shared={Boolean(session?.shared)} />}
      {who && <PendingAssessments owner={who.userId} send={sendKept} words={offline.pending} locale={locale} />}
      {children}
    </SignedInShell>
  );
}

/** An athlete's pages, and before them a coach's for those who work in a team; the bar of a phone holds five. */
async function navigation(): Promise<{ all: NavItem[]; bottom: NavItem[] }> {
  const [t, who] = await Promise.all([getTranslations("common.nav"), viewer()]);
  const home: NavItem = { href: "/dashboard", label: t("home"), icon: "home" };
  const create: NavItem = { href: "/assessments/new", label: t("new"), icon: "new" };
  const history: NavItem = { href: "/assessments", label: t("history"), icon: "history" };
  const sharing: NavItem = { href: "/sharing", label: t("sharing"), icon: "sharing" };
  const settings: NavItem = { href: "/settings", label: t("settings"), icon: "settings" };
  if (!who?.coaches) return { all: [home, create, history, sharing, settings], bottom: [home, create, history, sharing] };
  const team: NavItem[] = [
    { href: "/athletes", label: t("athletes"), icon: "people" },
    { href: "/compare", label: t("compare"), icon: "compare" },
    { href: "/cohort", label: t("cohort"), icon: "cohort" },
  ];
  const teams: NavItem = { href: "/teams", label: t("teams"), icon: "teams" };
  return { all: [home, ...team, teams, create, history, sharing, settings], bottom: [home, ...team] };
}
