"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requireViewer } from "@/lib/auth/viewer";
import { predictAgain, remove } from "@/lib/data/assessments";
import { requireForm } from "@/lib/http/malformed";

const idOf = (form: FormData) => String(form.get("id") ?? "");

/** `athlete` is whose it is where that is not the viewer. */
export async function deleteAssessment(form: FormData): Promise<void> {
  requireForm(form);
  const viewer = await requireViewer("/assessments");
  await remove(viewer, idOf(form));
  revalidatePath("/", "layout");
  const athlete = z.guid().safeParse(form.get("athlete"));
  redirect(athlete.success ? `/athletes/${athlete.data}` : "/assessments");
}

export async function askAgain(form: FormData): Promise<void> {
  requireForm(form);
  const id = idOf(form);
  const viewer = await requireViewer(`/assessments/${id}`);
  const asked = await predictAgain(viewer, id);
  if (asked.ok) revalidatePath(`/assessments/${id}`);
}
