"use server";

import { revalidatePath } from "next/cache";
import { requireViewer } from "@/lib/auth/viewer";
import { undoMerge } from "@/lib/data/merges";
import { requireForm } from "@/lib/http/malformed";

/** Undoes a claim; one that is undone already, or was never the viewer's, changes nothing. */
export async function giveBackRecord(form: FormData): Promise<void> {
  requireForm(form);
  const viewer = await requireViewer("/sharing");
  await undoMerge(viewer, String(form.get("merge") ?? ""));
  revalidatePath("/", "layout");
}
