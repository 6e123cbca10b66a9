"use server";

import { revalidatePath } from "next/cache";
import { siteAddress } from "@/app/site-address";
import { idleSecurity, type SecurityState } from "@/components/security/state";
import { authenticatorCodeIsRight, startAuthenticator } from "@/lib/auth/authenticator";
import { confirmIdentity } from "@/lib/auth/confirm";
import { goOn } from "@/lib/auth/go-on";
import { passkeyMade, passkeyToAdd } from "@/lib/auth/passkeys";
import { newRecoveryCodes } from "@/lib/auth/recovery-codes";
import { requireHolder } from "@/lib/auth/viewer";
import { endSession } from "@/lib/data/open-sessions";
import {
  addPasskey,
  confirmAuthenticator,
  mostPasskeys,
  readSecondFactors,
  removeAuthenticator,
  removePasskey,
  renewRecoveryCodes,
} from "@/lib/data/second-factors";
import { reserveAttempt } from "@/lib/data/throttle";
import type { Viewer } from "@/lib/data/viewer";
import { requireForm, requireTexts } from "@/lib/http/malformed";
import { getTranslations } from "@/lib/i18n/server";

type Answer = Promise<SecurityState>;

const path = "/settings/security";
const longestName = 60;
const done = (more: Partial<SecurityState> = {}): SecurityState => ({ ...idleSecurity, status: "done", ...more });
const refuse = (message: string, field?: string): SecurityState => ({
  ...idleSecurity,
  status: "refused",
  message,
  errors: field ? { [field]: message } : {},
});

/** The viewer, where what they typed shows that it is them. */
async function confirmed(form: FormData): Promise<Viewer | SecurityState> {
  const viewer = await requireHolder(path);
  const typed = String(form.get("confirm") ?? "");
  const confirmation = await confirmIdentity(viewer, typed);
  if (confirmation === "confirmed") return viewer;
  const t = await getTranslations("security");
  return refuse(t(confirmation), String(form.get("confirmId") ?? ""));
}

const isAnswer = (who: Viewer | SecurityState): who is SecurityState => "status" in who;

export async function beginApp(_previous: SecurityState, form: FormData): Answer {
  requireForm(form);
  const who = await confirmed(form);
  if (isAnswer(who)) return who;
  const key = await startAuthenticator(who);
  const t = await getTranslations("security.app");
  return key ? done({ key: { secret: key.secret, svg: key.svg } }) : refuse(t("already"));
}

export async function confirmApp(_previous: SecurityState, form: FormData): Answer {
  requireForm(form);
  const viewer = await requireHolder(path);
  const t = await getTranslations("security.app");
  const { allowed } = await reserveAttempt(`new app of ${viewer.userId}`, new Date());
  const right = allowed && (await authenticatorCodeIsRight(viewer, String(form.get("code") ?? ""), { confirmed: false }));
  if (!right) return refuse(t("wrongCode"), "code");
  return withCodes(viewer, (hashes) => confirmAuthenticator(viewer, hashes));
}

export async function removeApp(_previous: SecurityState, form: FormData): Answer {
  requireForm(form);
  const who = await confirmed(form);
  if (isAnswer(who)) return who;
  return removed(await removeAuthenticator(who));
}

export async function beginPasskey(_previous: SecurityState, form: FormData): Answer {
  requireForm(form);
  const who = await confirmed(form);
  if (isAnswer(who)) return who;
  const t = await getTranslations("security.passkeys");
  if ((await readSecondFactors(who)).passkeys.length >= mostPasskeys) return refuse(t("full"));
  return done({ passkeyOptions: JSON.stringify(await passkeyToAdd(who, await siteAddress())) });
}

/** Takes what the device made for the challenge that {@link beginPasskey} gave out after it asked who it is. */
export async function finishPasskey(name: string, response: string): Answer {
  requireTexts(name, response);
  const viewer = await requireHolder(path);
  const t = await getTranslations("security.passkeys");
  const made = await passkeyMade(viewer, await siteAddress(), parseJson(response));
  if (!made) return refuse(t("notMade"));
  const called = String(name).trim().slice(0, longestName) || t("title");
  return withCodes(viewer, (hashes) => addPasskey(viewer, { ...made, name: called }, hashes));
}

export async function removeKey(_previous: SecurityState, form: FormData): Answer {
  requireForm(form);
  const who = await confirmed(form);
  if (isAnswer(who)) return who;
  return removed(await removePasskey(who, String(form.get("passkey") ?? "")));
}

export async function renewCodes(_previous: SecurityState, form: FormData): Answer {
  requireForm(form);
  const who = await confirmed(form);
  if (isAnswer(who)) return who;
  const { codes, hashes } = newRecoveryCodes(who.userId);
  await renewRecoveryCodes(who, hashes);
  revalidatePath("/", "layout");
  return done({ codes });
}

/** Ends one of the viewer's sessions. One that is not there, or not theirs, is as good as ended. */
export async function closeSession(_previous: SecurityState, form: FormData): Answer {
  requireForm(form);
  const who = await confirmed(form);
  if (isAnswer(who)) return who;
  await endSession(who, String(form.get("session") ?? ""));
  revalidatePath(path);
  return done();
}

/** This session goes on where the others end; null where none did. */
async function removed(sessionVersion: number | null): Answer {
  if (sessionVersion !== null) await goOn(sessionVersion);
  revalidatePath("/", "layout");
  return done();
}

/** Adds a factor; this session goes on, the others end. Codes are shown where the factor is the first, for then they were made. */
async function withCodes(viewer: Viewer, add: (hashes: string[]) => Promise<number | null>): Answer {
  const before = await readSecondFactors(viewer);
  const { codes, hashes } = newRecoveryCodes(viewer.userId);
  const sessionVersion = await add(hashes);
  const t = await getTranslations("security.passkeys");
  if (sessionVersion === null) return refuse(t("full"));
  await goOn(sessionVersion);
  revalidatePath("/", "layout");
  return done(before.recoveryCodesLeft === 0 ? { codes } : {});
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
