"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { giveBack, scopeSchema, textOf } from "@/app/(signed-in)/teams/answers";
import type { AnsweredState } from "@/components/athlete/form-state";
import { requireViewer } from "@/lib/auth/viewer";
import { type AcceptFailure, acceptInvitation, declineInvitation } from "@/lib/data/invitation-answers";
import { requireForm, requireTexts } from "@/lib/http/malformed";

const pathOf = (token: string) => `/invitations/${encodeURIComponent(token)}`;

const choiceSchema = z.union([scopeSchema, z.literal("none").transform(() => null)]);

const words: Readonly<Record<Exclude<AcceptFailure, "scope_needed">, string>> = {
  not_open: "notOpen",
  already_in: "alreadyIn",
  no_record: "noRecord",
  people_differ: "peopleDiffer",
  gone: "gone",
};

export async function shareByInvitation(token: string, _previous: AnsweredState, form: FormData): Promise<AnsweredState> {
  requireForm(form);
  requireTexts(token);
  const viewer = await requireViewer(pathOf(token));
  const scope = choiceSchema.safeParse(form.get("scope"));
  if (!scope.success) return giveBack(form, { field: "invitation-scope", text: (t) => t("invitation.scope") });
  const accepted = await acceptInvitation(viewer, token, { scope: scope.data });
  if (!accepted.ok) return refuse(form, accepted.error);
  revalidatePath("/", "layout");
  redirect(scope.data === null ? "/sharing?done=taken" : `/sharing?shared=${accepted.value.teamId}`);
}

export async function joinByInvitation(token: string, _previous: AnsweredState, form: FormData): Promise<AnsweredState> {
  requireForm(form);
  requireTexts(token);
  const viewer = await requireViewer(pathOf(token));
  const accepted = await acceptInvitation(viewer, token, { scope: null });
  if (!accepted.ok) return refuse(form, accepted.error);
  revalidatePath("/", "layout");
  redirect(`/teams/${accepted.value.teamId}`);
}

export async function sayNo(form: FormData): Promise<void> {
  requireForm(form);
  const token = textOf(form, "token");
  const viewer = await requireViewer(pathOf(token));
  const declined = await declineInvitation(viewer, token);
  redirect(declined ? "/sharing?done=declined" : pathOf(token));
}

function refuse(form: FormData, failure: AcceptFailure): Promise<AnsweredState> {
  if (failure === "scope_needed") return giveBack(form, { field: "invitation-scope", text: (t) => t("invitation.scope") });
  return giveBack(form, { text: (t) => t(`invitation.${words[failure]}`) });
}
