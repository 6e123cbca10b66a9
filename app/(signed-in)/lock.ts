"use server";

import { endSession } from "@/lib/auth/end-session";

/** Ends this browser's session because nobody did anything. */
export async function lock(): Promise<void> {
  await endSession();
}
