"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { safeCallbackUrl } from "@/app/(public)/sign-in/callback-url";
import type { AnsweredState } from "@/components/athlete/form-state";
import { requireViewer } from "@/lib/auth/viewer";
import { createTeam, mostOwnedTeams, teamNameSchema } from "@/lib/data/teams";
import { requireForm } from "@/lib/http/malformed";
import { giveBack } from "./answers";

export async function makeTeam(_previous: AnsweredState, form: FormData): Promise<AnsweredState> {
  requireForm(form);
  const viewer = await requireViewer("/teams");
  const name = teamNameSchema.safeParse(form.get("name"));
  if (!name.success) return giveBack(form, { field: "team-name", text: (t) => t("problems.name") });
  const made = await createTeam(viewer, { name: name.data });
  if (!made.ok) return giveBack(form, { text: (t) => t("new.tooMany", { count: mostOwnedTeams }) });
  // The navigation is another one for who works in a team.
  revalidatePath("/", "layout");
  const returnTo = form.get("returnTo");
  redirect(returnTo === null ? `/teams/${made.value.id}` : safeCallbackUrl(returnTo));
}
