import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { environment } from "./env";
import { log } from "./log";
import { fail, type Result, succeed } from "./result";

export type Mail = { to: string; subject: string; text: string };

const patienceMs = 10_000;

let opened: { url: string; transporter: Transporter } | undefined;

/** Whether this installation sends e-mail. */
export function sendsMail(): boolean {
  return environment().SMTP_URL !== undefined;
}

/**
 * Hands a plain-text e-mail to the mail server. Never health data: what is sent lies in inboxes that are not ours. A failure
 * is logged without address or content.
 */
export async function sendMail({ to, subject, text }: Mail): Promise<Result<null, "not_configured" | "not_sent">> {
  const { SMTP_URL: url, MAIL_FROM: from } = environment();
  if (!url || !from) return fail("not_configured");
  try {
    // The recipient as an object, so that nothing in it can add another one.
    await transporterOf(url).sendMail({ from, to: { name: "", address: to }, subject, text });
    return succeed(null);
  } catch (error) {
    log.warn({ code: codeOf(error) }, "an e-mail was not sent");
    return fail("not_sent");
  }
}

function transporterOf(url: string): Transporter {
  if (opened?.url !== url) opened = { url, transporter: createTransport(impatient(url)) };
  return opened.transporter;
}

/** With the address' own options before ours: somebody waits for the answer. */
function impatient(url: string): string {
  const address = new URL(url);
  for (const option of ["connectionTimeout", "greetingTimeout", "socketTimeout"]) {
    if (!address.searchParams.has(option)) address.searchParams.set(option, String(patienceMs));
  }
  return address.toString();
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown";
}
