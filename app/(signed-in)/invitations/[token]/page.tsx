import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireViewer } from "@/lib/auth/viewer";
import { readInvitation } from "@/lib/data/invitation-answers";
import { getTranslations } from "@/lib/i18n/server";
import { AlreadyIn } from "./sections/already-in";
import { AthleteInvitation } from "./sections/athlete";
import { CoachInvitation } from "./sections/coach";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("teams.invitation");
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function InvitationPage({ params }: PageProps<"/invitations/[token]">) {
  const { token } = await params;
  const viewer = await requireViewer(`/invitations/${token}`);
  const invitation = await readInvitation(viewer, token);
  if (!invitation) notFound();
  if (invitation.state === "accepted") redirect(invitation.role === null ? "/sharing" : `/teams/${invitation.teamId}`);
  if (invitation.alreadyIn && !invitation.handsOver) return <AlreadyIn invitation={invitation} />;
  return invitation.role === null ? (
    <AthleteInvitation token={token} invitation={invitation} />
  ) : (
    <CoachInvitation token={token} invitation={invitation} />
  );
}
