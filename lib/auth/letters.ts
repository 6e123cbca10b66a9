import "server-only";
import { issueReset, issueVerification } from "@/lib/data/account-links";
import { keepSignUp, type PendingSignUp, pendingHours } from "@/lib/data/pending-sign-ups";
import type { Viewer } from "@/lib/data/viewer";
import { environment } from "@/lib/env";
import { type Locale, localeSchema } from "@/lib/i18n/locales";
import { getTranslations } from "@/lib/i18n/server";
import { sendMail, sendsMail } from "@/lib/mail";
import { mayAskForLetters, mayWrite } from "./letter-limits";

// Letters about an account, in the language of who reads them. Never health data, never a password.

/** Whether a letter about an account reaches anybody: by mail, or in development by what the server prints. */
export const lettersArrive = (): boolean => sendsMail() || environment().NODE_ENV === "development";

/**
 * Sends a link to a new password to who has the address. What it does for an unknown address looks the same from outside: call it
 * after the answer. `site` is the installation's address; `client` whoever asks.
 */
export async function sendReset(email: string, { site, client, locale }: { site: string; client: string; locale: Locale }): Promise<void> {
  if (!(await mayAskForLetters(client)) || !(await mayWrite(email, client))) return;
  const link = await issueReset(email);
  if (!link) return;
  await send("reset", email, link.locale ?? locale, { name: link.name, link: `${site}/reset/${link.token}`, minutes: link.minutes });
}

/** Sends a link that shows that the viewer reads the address. False where that was asked too often. */
export async function sendVerification(
  viewer: Viewer,
  email: string,
  { site, locale }: { site: string; locale: Locale },
): Promise<boolean> {
  if (!(await mayAskForLetters(viewer.userId)) || !(await mayWrite(email, viewer.userId))) return false;
  const link = await issueVerification(viewer, email);
  await send("verify", email, link.locale ?? locale, { name: link.name, link: `${site}/verify/${link.token}`, hours: link.minutes / 60 });
  return true;
}

/**
 * Begins an account that is made when its address has shown to be the person's, or tells who has one that somebody tried. Looks
 * the same from outside: call it after the answer. `returnTo` is where the person was going. `client` is whoever asks. False where they asked too often.
 */
export async function sendSignUp(
  signUp: PendingSignUp,
  { site, client, returnTo }: { site: string; client: string; returnTo: string },
): Promise<boolean> {
  if (!(await mayWrite(signUp.email, client))) return false;
  const token = await keepSignUp(signUp);
  if (token === null) await send("taken", signUp.email, signUp.locale, { link: `${site}/forgot` });
  else {
    const link = `${site}/sign-up/confirm/${token}?callbackUrl=${encodeURIComponent(returnTo)}`;
    await send("signUp", signUp.email, signUp.locale, { name: signUp.name, link, hours: pendingHours });
  }
  return true;
}

/** Tells somebody that something about their account changed or was tried, so that they notice where it was not them. */
export async function notify(
  kind: "passwordChanged" | "emailChanged" | "codesRefused",
  email: string,
  { site, locale }: { site: string; locale: string | null },
): Promise<void> {
  await send(kind, email, locale, { link: `${site}/forgot` });
}

type Kind = "signUp" | "taken" | "reset" | "verify" | "passwordChanged" | "emailChanged" | "codesRefused";

async function send(kind: Kind, to: string, locale: string | null, values: Record<string, string | number>): Promise<void> {
  const t = await getTranslations({ locale: localeSchema.catch("es").parse(locale), namespace: "mail" });
  const letter = { to, subject: t(`${kind}.subject`), text: `${t(`${kind}.text`, values)}\n\n${t("end")}\n` };
  if (sendsMail()) await sendMail(letter);
  // Never elsewhere: a log is read by others, and a link is a key.
  else if (environment().NODE_ENV === "development") process.stdout.write(`\nTo ${to}: ${letter.subject}\n${letter.text}\n`);
}
