"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { stored } from "@/app/(signed-in)/athletes/answers";
import { passOnInvitation } from "@/app/(signed-in)/links";
import type { AnsweredState } from "@/components/athlete/form-state";
import type { LinkFormState } from "@/components/teams/link-state";
import { requireViewer } from "@/lib/auth/viewer";
import { invite, mostOpenInvitations, revokeInvitation } from "@/lib/data/invitations";
import { makeOwner, readTeam, removeMember, renameTeam, requireSecondFactor, teamNameSchema } from "@/lib/data/teams";
import type { Viewer } from "@/lib/data/viewer";
import { requireForm, requireTexts } from "@/lib/http/malformed";
import { giveBack, optionalEmail, textOf } from "../answers";

const pathOf = (teamId: string) => `/teams/${encodeURIComponent(teamId)}`;

export async function inviteAthlete(teamId: string, _previous: LinkFormState, form: FormData): Promise<LinkFormState> {
  requireForm(form);
  requireTexts(teamId);
  const viewer = await requireViewer(pathOf(teamId));
  return makeInvitation(viewer, { teamId, role: null }, form);
}

export async function inviteCoach(teamId: string, _previous: LinkFormState, form: FormData): Promise<LinkFormState> {
  requireForm(form);
  requireTexts(teamId);
  const viewer = await requireViewer(pathOf(teamId));
  return makeInvitation(viewer, { teamId, role: "coach" }, form);
}

export async function endInvitation(form: FormData): Promise<void> {
  requireForm(form);
  const teamId = textOf(form, "team");
  const viewer = await requireViewer(pathOf(teamId));
  await revokeInvitation(viewer, textOf(form, "invitation"));
  revalidatePath(pathOf(teamId));
}

export async function giveName(teamId: string, _previous: AnsweredState, form: FormData): Promise<AnsweredState> {
  requireForm(form);
  requireTexts(teamId);
  const viewer = await requireViewer(pathOf(teamId));
  const name = teamNameSchema.safeParse(form.get("name"));
  if (!name.success) return giveBack(form, { field: "team-name", text: (t) => t("problems.name") });
  if (!(await renameTeam(viewer, teamId, name.data))) return giveBack(form, { text: (t) => t("problems.notPermitted") });
  revalidatePath("/", "layout");
  return { ...stored, values: { name: name.data } };
}

export async function secureTeam(form: FormData): Promise<void> {
  requireForm(form);
  const teamId = textOf(form, "team");
  const viewer = await requireViewer(pathOf(teamId));
  await requireSecondFactor(viewer, teamId, textOf(form, "required") === "yes");
  revalidatePath(pathOf(teamId));
}

export async function promoteMember(form: FormData): Promise<void> {
  requireForm(form);
  const teamId = textOf(form, "team");
  const viewer = await requireViewer(pathOf(teamId));
  await makeOwner(viewer, teamId, textOf(form, "member"));
  revalidatePath(pathOf(teamId));
}

export async function endMembership(form: FormData): Promise<void> {
  requireForm(form);
  const teamId = textOf(form, "team");
  const viewer = await requireViewer(pathOf(teamId));
  const userId = textOf(form, "member");
  const ended = await removeMember(viewer, teamId, userId);
  revalidatePath("/", "layout");
  redirect(ended.ok && userId === viewer.userId ? "/teams" : pathOf(teamId));
}

async function makeInvitation(viewer: Viewer, what: { teamId: string; role: "coach" | null }, form: FormData): Promise<LinkFormState> {
  const email = optionalEmail(form);
  const field = what.role === null ? "athlete-email" : "coach-email";
  if (!email.ok) return giveBack(form, { field, text: (t) => t("problems.email") });
  const [team, made] = await Promise.all([readTeam(viewer, what.teamId), invite(viewer, { ...what, email: email.value })]);
  if (!made.ok && made.error === "too_many") {
    return giveBack(form, { text: (t) => t("problems.tooMany", { count: mostOpenInvitations }) });
  }
  if (!made.ok || !team) return giveBack(form, { text: (t) => t("problems.notPermitted") });
  revalidatePath(pathOf(team.id));
  return { ...stored, made: await passOnInvitation(viewer, made.value, { team: team.name, role: what.role, email: email.value }) };
}
