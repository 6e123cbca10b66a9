import { signOutWords } from "@/app/shell";
import { SignOut } from "@/components/account/sign-out";
import { SessionsSection } from "@/components/security/sessions-section";
import { Section } from "@/components/ui/section";
import { sessionClaims } from "@/lib/auth/viewer";
import { listSessions, type SessionEntry, seenWithinMinutes } from "@/lib/data/open-sessions";
import type { Viewer } from "@/lib/data/viewer";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { signOutEverywhere } from "../account/actions";
import { closeSession } from "./actions";

/** Where the person is signed in, each to be ended alone or all at once. */
export async function Sessions({ viewer, password }: { viewer: Viewer; password: boolean }) {
  const [t, everywhere, leaving, format, claims, sessions] = await Promise.all([
    getTranslations("security.sessions"),
    getTranslations("account.manage.sessions"),
    signOutWords(),
    getRegionalFormatter(),
    sessionClaims(),
    listSessions(viewer),
  ]);
  const now = new Date();
  const isThis = ({ id }: SessionEntry) => id === claims?.sessionId;
  const textOf = ({ means, begunAt, seenAt, shared }: SessionEntry) =>
    [
      t(`begun.${means ?? "unknown"}`, { date: format.dateTime(begunAt, { dateStyle: "medium", timeZone: "UTC" }) }),
      now.getTime() - seenAt.getTime() < seenWithinMinutes * 60_000 ? t("usedNow") : t("used", { when: format.relativeTime(seenAt, now) }),
      ...(shared ? [t("shared")] : []),
    ].join(" ");
  return (
    <>
      <SessionsSection
        sessions={[...sessions.filter(isThis), ...sessions.filter((session) => !isThis(session))].map((session) => ({
          id: session.id,
          device: session.device ?? t("unknown"),
          text: textOf(session),
          current: isThis(session),
        }))}
        password={password}
        end={closeSession}
        signOut={<SignOut words={{ ...leaving, action: t("here") }} />}
      />
      <Section id="everywhere" title={everywhere("title")} lead={everywhere("lead")}>
        <SignOut words={{ ...leaving, action: everywhere("action") }} everywhere={{ end: signOutEverywhere, leads: "/sign-in" }} />
      </Section>
    </>
  );
}
