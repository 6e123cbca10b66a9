import "server-only";
import { generateSecret, generateURI, verify } from "otplib";
import { renderSVG } from "uqr";
import { beginAuthenticator, findAuthenticator, type StoredAuthenticator, takeTimeStep } from "@/lib/data/second-factors";
import type { Viewer } from "@/lib/data/viewer";
import { openSecret, sealSecret } from "./sealed";

const purpose = "authenticator";
/** A clock may be off by one step (RFC 6238, 5.2). */
const toleranceSeconds = 30;

/** What a person brings into their app, to scan and to type. */
export type AuthenticatorKey = { secret: string; uri: string; svg: string };

/** A new secret for the viewer's app, kept sealed; null where they have an app whose codes count. */
export async function startAuthenticator(viewer: Viewer): Promise<AuthenticatorKey | null> {
  const secret = generateSecret();
  if (!(await beginAuthenticator(viewer, sealSecret(secret, purpose, viewer.userId)))) return null;
  return keyOf(viewer, secret);
}

/** The key that waits for its first code, to show it again; null where none does. */
export async function startedAuthenticator(viewer: Viewer): Promise<AuthenticatorKey | null> {
  const stored = await findAuthenticator(viewer);
  return stored && !stored.confirmed ? keyOf(viewer, openSecret(stored.sealedSecret, purpose, viewer.userId)) : null;
}

function keyOf(viewer: Viewer, secret: string): AuthenticatorKey {
  const uri = generateURI({ issuer: "Marcha", label: viewer.email, secret });
  return { secret, uri, svg: renderSVG(uri, { border: 2 }) };
}

/** Whether the code is the app's of this moment, and is used for the first time. `confirmed` says which app: one that counts, or one that is yet to. */
export async function authenticatorCodeIsRight(viewer: Viewer, typed: string, { confirmed }: { confirmed: boolean }): Promise<boolean> {
  const token = typed.replace(/\s/g, "");
  const stored = await findAuthenticator(viewer);
  if (stored?.confirmed !== confirmed || !/^\d{6}$/.test(token)) return false;
  const timeStep = await rightTimeStep(viewer, stored, token);
  return timeStep !== null && (await takeTimeStep(viewer, timeStep));
}

async function rightTimeStep(viewer: Viewer, { sealedSecret }: StoredAuthenticator, token: string): Promise<number | null> {
  const result = await verify({ secret: openSecret(sealedSecret, purpose, viewer.userId), token, epochTolerance: toleranceSeconds });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}
