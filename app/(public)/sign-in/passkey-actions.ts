"use server";

import { siteAddress } from "@/app/site-address";
import { sessionBegun } from "@/lib/auth/begun";
import { newSession } from "@/lib/auth/claims";
import { mayTry } from "@/lib/auth/limits";
import { passkeyToUse, passkeyUsed } from "@/lib/auth/passkeys";
import { giveSession } from "@/lib/auth/session";
import { saidShared } from "@/lib/auth/viewer";
import { clientAddress } from "@/lib/http/client-address";
import { requireTexts } from "@/lib/http/malformed";

/** What the device is to sign, as JSON; null where too many asked from here. */
export async function askForPasskey(): Promise<string | null> {
  if (!(await mayTry("passkey", await clientAddress()))) return null;
  return JSON.stringify(await passkeyToUse(await siteAddress()));
}

/** Signs in whose key answered: it is both factors, for the device checked who holds it. A device that others use stays one after the password. */
export async function signInWithPasskey(response: string, shared: boolean): Promise<boolean> {
  requireTexts(response);
  const used = await passkeyUsed(await siteAddress(), parseJson(response));
  if (!used) return false;
  const { email, ...who } = used;
  const session = newSession(who, { means: "passkey", shared: shared === true || (await saidShared()) });
  await giveSession(session);
  await sessionBegun(session, email);
  return true;
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
