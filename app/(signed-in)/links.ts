import type { MadeLink } from "@/components/teams/link-card";
import type { Viewer } from "@/lib/data/viewer";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { sendMail, sendsMail } from "@/lib/mail";
import { siteAddress } from "../site-address";

type Made = { token: string; expiresAt: Date };

/** The link of an invitation that was just made, sent where an address was given, in words for who made it. */
export async function passOnInvitation(
  viewer: Viewer,
  made: Made,
  { team, role, email }: { team: string; role: "coach" | null; email?: string },
): Promise<MadeLink> {
  const t = await getTranslations("teams.mail");
  const words = { inviter: viewer.name, team };
  const kind = role === null ? "athlete" : "coach";
  return passOn(`/invitations/${made.token}`, made, {
    email,
    subject: t(`${kind}.subject`, words),
    text: (end) => [t(`${kind}.text`, words), t(`${kind}.choice`), ...end],
  });
}

/** As {@link passOnInvitation}, for an offer. */
export async function passOnOffer(viewer: Viewer, made: Made, { email }: { email: string }): Promise<MadeLink> {
  const t = await getTranslations("teams.mail");
  const words = { athlete: viewer.name };
  return passOn(`/offers/${made.token}`, made, {
    email,
    subject: t("offer.subject", words),
    text: (end) => [t("offer.text", words), t("offer.choice", { email }), ...end],
  });
}

type Letter = { email: string | undefined; subject: string; text: (end: readonly string[]) => readonly string[] };

/** A failure to send is told, and loses nothing: the link is there to be copied. */
async function passOn(path: string, { expiresAt }: Made, { email, subject, text }: Letter): Promise<MadeLink> {
  const [t, format, address] = await Promise.all([getTranslations("teams"), getRegionalFormatter(), siteAddress()]);
  const link = `${address}${path}`;
  const until = { date: format.dateTime(expiresAt, { dateStyle: "long", timeZone: "UTC" }) };
  const letter = text([link, t("mail.end", until)]).join("\n\n");
  const sent = email !== undefined && sendsMail() ? await sendMail({ to: email, subject, text: letter }) : null;
  return {
    link,
    title: t("link.title"),
    lines: [...(sent?.ok && email ? [t("link.sent", { email })] : []), t("link.once", until)],
    notSent: sent?.ok === false ? t("link.notSent") : undefined,
    label: t("link.label"),
    copy: t("link.copy"),
    copied: t("link.copied"),
  };
}
