"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { processingTextVersion } from "@/lib/auth/consent";
import { requireHolder } from "@/lib/auth/viewer";
import { giveProcessing } from "@/lib/data/processing";

export async function consentAgain(): Promise<void> {
  const holder = await requireHolder("/consent");
  await giveProcessing(holder, processingTextVersion);
  revalidatePath("/", "layout");
  redirect("/dashboard");
}
