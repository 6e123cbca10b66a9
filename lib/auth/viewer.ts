import "server-only";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { z } from "zod";
import { findViewer } from "@/lib/data/users";
import type { Viewer } from "@/lib/data/viewer";
import { authOptions, sessionClaimsSchema } from "./options";

const sessionSchema = z.object({ claims: sessionClaimsSchema });

/** Who is asking, whether or not their consent to processing stands: for the pages that end or renew it. */
export const holder = cache(async (): Promise<Viewer | null> => {
  const session = sessionSchema.safeParse(await getServerSession(authOptions()));
  if (!session.success) return null;
  return findViewer(session.data.claims.userId, session.data.claims.sessionVersion);
});

/** Who is asking, or null where nobody is signed in or may be shown anything. The one way to know; asks the database once per request. */
export const viewer = cache(async (): Promise<Viewer | null> => {
  const who = await holder();
  return who?.withdrawn ? null : who;
});

export type MemberViewer = Viewer & { athleteId: string };

/** The viewer of a page for signed-in people; sends others to sign in, and those without a profile to state it, and back to `path`. */
export async function requireViewer(path: string): Promise<MemberViewer> {
  const who = await requireHolder(path);
  if (who.withdrawn) redirect("/consent");
  if (!who.athleteId) redirect(`/welcome?callbackUrl=${encodeURIComponent(path)}`);
  return { ...who, athleteId: who.athleteId };
}

/** As {@link requireViewer}, for what a person may do with their data without consenting to anything. */
export async function requireHolder(path: string): Promise<Viewer> {
  const who = await holder();
  if (!who) redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  return who;
}
