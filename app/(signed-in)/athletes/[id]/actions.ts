"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { passOnInvitation } from "@/app/(signed-in)/links";
import type { AnsweredState } from "@/components/athlete/form-state";
import type { LinkFormState } from "@/components/teams/link-state";
import { requireViewer, viewer } from "@/lib/auth/viewer";
import { readAthlete } from "@/lib/data/athletes";
import { endPatientConsent, eraseRecord } from "@/lib/data/erasure";
import { invite } from "@/lib/data/invitations";
import { addNote, deleteNote } from "@/lib/data/notes";
import { clearRecall, setRecall } from "@/lib/data/recalls";
import { emailSchema } from "@/lib/data/users";
import { requireForm, requireTexts } from "@/lib/http/malformed";
import { getTranslations } from "@/lib/i18n/server";
import { earliestToday, refuse, refuseWhole, stored } from "../answers";
import { parseNote } from "./note";

const idOf = (form: FormData, name: string) => z.guid().safeParse(form.get(name)).data ?? "";

export async function writeNote(athleteId: string, _previous: AnsweredState, form: FormData): Promise<AnsweredState> {
  requireForm(form);
  requireTexts(athleteId);
  const who = await viewer();
  if (!who) return refuseWhole(form, "signedOut");
  const parsed = parseNote(form);
  if (!parsed.ok) {
    const t = await getTranslations("athletes.notes.problems");
    const problems = Object.entries(parsed.error).map(([field, { problem, count }]) => [field, t(problem, { count })]);
    return refuse(form, Object.fromEntries(problems));
  }
  const added = await addNote(who, { ...parsed.value, athleteId });
  if (!added.ok) return refuseWhole(form, "notPermitted");
  revalidatePath(`/athletes/${athleteId}`);
  return stored;
}

export async function removeNote(form: FormData): Promise<void> {
  requireForm(form);
  const athleteId = idOf(form, "athlete");
  const who = await requireViewer(`/athletes/${athleteId}`);
  await deleteNote(who, idOf(form, "note"));
  revalidatePath(`/athletes/${athleteId}`);
}

export async function chooseRecall(athleteId: string, _previous: AnsweredState, form: FormData): Promise<AnsweredState> {
  requireForm(form);
  requireTexts(athleteId);
  const who = await viewer();
  if (!who) return refuseWhole(form, "signedOut");
  const dueOn = z.iso
    .date()
    .refine((day) => day >= earliestToday() && day < "2100")
    .safeParse(form.get("dueOn"));
  if (!dueOn.success) return refuse(form, { dueOn: (await getTranslations("athletes.recall.problems"))("date") });
  const set = await setRecall(who, { athleteId, teamId: idOf(form, "team"), dueOn: dueOn.data });
  if (!set) return refuseWhole(form, "notPermitted");
  revalidatePath(`/athletes/${athleteId}`);
  return stored;
}

export async function removeRecall(form: FormData): Promise<void> {
  requireForm(form);
  const athleteId = idOf(form, "athlete");
  const who = await requireViewer(`/athletes/${athleteId}`);
  await clearRecall(who, { athleteId, teamId: idOf(form, "team") });
  revalidatePath(`/athletes/${athleteId}`);
}

/** Makes the link with which a person takes over the record, and sends it where an address is given. */
export async function handOver(athleteId: string, _previous: LinkFormState, form: FormData): Promise<LinkFormState> {
  requireForm(form);
  requireTexts(athleteId);
  const who = await viewer();
  if (!who) return refuseWhole(form, "signedOut");
  const t = await getTranslations("athletes.person.handOver");
  const written = form.get("email");
  const email = emailSchema.optional().safeParse(typeof written === "string" && written.trim() !== "" ? written : undefined);
  if (!email.success) return refuse(form, { email: t("emailWrong") });
  const athlete = await readAthlete(who, athleteId);
  const team = athlete?.teams.find(({ id }) => id === form.get("team"));
  if (!athlete || !team) return { ...(await refuse(form, {})), message: t("notPermitted") };
  const made = await invite(who, { teamId: team.id, role: null, athleteId: athlete.id, email: email.data });
  if (!made.ok) return { ...(await refuse(form, {})), message: t(made.error === "too_many" ? "tooMany" : "notPermitted") };
  return { ...stored, made: await passOnInvitation(who, made.value, { team: team.name, role: null, email: email.data }) };
}

/** The person took their consent back: the team no longer sees them. */
export async function endConsent(form: FormData): Promise<void> {
  requireForm(form);
  const athleteId = idOf(form, "athlete");
  const who = await requireViewer(`/athletes/${athleteId}`);
  await endPatientConsent(who, athleteId, idOf(form, "team"));
  revalidatePath("/athletes", "layout");
  redirect("/athletes");
}

/** The person asked for the erasure of their record. */
export async function erasePatient(form: FormData): Promise<void> {
  requireForm(form);
  const athleteId = idOf(form, "athlete");
  const who = await requireViewer(`/athletes/${athleteId}`);
  await eraseRecord(who, athleteId);
  revalidatePath("/athletes", "layout");
  redirect("/athletes");
}
