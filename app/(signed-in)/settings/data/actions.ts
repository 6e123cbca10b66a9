"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requireViewer } from "@/lib/auth/viewer";
import { withdrawProcessing } from "@/lib/data/processing";

export async function takeConsentBack(): Promise<void> {
  const viewer = await requireViewer("/settings/data");
  await withdrawProcessing(viewer);
  revalidatePath("/", "layout");
  redirect("/consent");
}
