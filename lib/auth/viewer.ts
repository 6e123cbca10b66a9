import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { findViewer } from "@/lib/data/users";
import type { SignedIn } from "@/lib/data/viewer";
import type { SessionClaims } from "./claims";
import { noteUse } from "./listed";
import { readSession } from "./session";

const claims = cache(readSession);

/** The session that is whole, with who has it: for what gives a session anew. */
export async function sessionClaims(): Promise<SessionClaims | null> {
  const said = await claims();
  return said?.owedUntil === undefined ? said : null;
}

/** Whether the session of this request, whole or not, said that others use the device. */
export async function saidShared(): Promise<boolean> {
  return (await claims())?.shared === true;
}

/** Who is asking, whether or not their consent to processing stands: for the pages that end or renew it. */
export const holder = cache(async (): Promise<SignedIn | null> => {
  const said = await sessionClaims();
  const found = said && (await findViewer(said.userId, said.sessionVersion, said.sessionId));
  if (!found) return null;
  const { seenAt, ...who } = found;
  await noteUse(said, seenAt);
  return who;
});

/** Who is asking, or null where nobody is signed in or may be shown anything. The one way to know; asks the database once per request. */
export const viewer = cache(async (): Promise<SignedIn | null> => {
  const who = await holder();
  return who?.withdrawn || who?.unprotected ? null : who;
});

/** Who gave their password and owes the second factor, and the session they get for it. */
export async function halfSignedIn(): Promise<{ who: SignedIn; whole: SessionClaims } | null> {
  const said = await claims();
  if (said?.owedUntil === undefined || said.owedUntil < Date.now()) return null;
  const { owedUntil: _, ...whole } = said;
  const who = await findViewer(said.userId, said.sessionVersion, said.sessionId);
  return who && { who, whole };
}

export type MemberViewer = SignedIn & { athleteId: string };

/** The viewer of a page for signed-in people; sends others to sign in, and those without a profile to state it, and back to `path`. */
export async function requireViewer(path: string): Promise<MemberViewer> {
  const who = await requireHolder(path);
  if (who.withdrawn) redirect("/consent");
  if (who.unprotected) redirect("/settings/security");
  if (!who.athleteId) redirect(`/welcome?callbackUrl=${encodeURIComponent(path)}`);
  return { ...who, athleteId: who.athleteId };
}

/** As {@link requireViewer}, for what a person may do with their data without consenting to anything. */
export async function requireHolder(path: string): Promise<SignedIn> {
  const who = await holder();
  if (who) return who;
  const page = (await halfSignedIn()) ? "/sign-in/second" : "/sign-in";
  redirect(`${page}?callbackUrl=${encodeURIComponent(path)}`);
}
