"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { giveBack, textOf } from "@/app/(signed-in)/teams/answers";
import type { AnsweredState } from "@/components/athlete/form-state";
import { requireViewer } from "@/lib/auth/viewer";
import { acceptOffer } from "@/lib/data/offers";
import { requireForm, requireTexts } from "@/lib/http/malformed";

const words = { not_open: "notOpen", not_permitted: "notPermitted", already_shared: "alreadyShared" } as const;

export async function takeUpOffer(token: string, athlete: string, _previous: AnsweredState, form: FormData): Promise<AnsweredState> {
  requireForm(form);
  requireTexts(token, athlete);
  const viewer = await requireViewer(`/offers/${encodeURIComponent(token)}`);
  const teamId = textOf(form, "team");
  if (teamId === "") return giveBack(form, { field: "offer-team", text: (t) => t("offer.chooseTeam") });
  const accepted = await acceptOffer(viewer, token, teamId);
  if (!accepted.ok) return giveBack(form, { text: (t) => t(`offer.${words[accepted.error]}`, { athlete }) });
  revalidatePath("/", "layout");
  redirect(`/athletes/${accepted.value.athleteId}`);
}
