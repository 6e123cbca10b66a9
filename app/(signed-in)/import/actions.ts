"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { viewer } from "@/lib/auth/viewer";
import { beginImport, finishUpload } from "@/lib/data/imports";

const beginSchema = z.object({ owner: z.guid(), team: z.guid().nullable(), fileName: z.string().max(1_000) });

/** Makes room for a file, whose pieces are sent to it then. `owner`: for whom the page was drawn; somebody else may have signed in since. */
export async function begin(asked: unknown): Promise<{ id: string } | { problem: "signedOut" | "notPermitted" | "tooMany" }> {
  const [who, parsed] = [await viewer(), beginSchema.safeParse(asked)];
  if (!who) return { problem: "signedOut" };
  if (!parsed.success) return { problem: "notPermitted" };
  if (parsed.data.owner !== who.userId) return { problem: "signedOut" };
  const begun = await beginImport(who, { teamId: parsed.data.team, fileName: parsed.data.fileName });
  if (begun.ok) return begun.value;
  return { problem: begun.error === "too_many" ? "tooMany" : "notPermitted" };
}

const finishSchema = z.object({ id: z.guid(), timeZone: z.string().max(100) });

/** The file is whole. A file that cannot be read says why on its own page. */
export async function finish(asked: unknown): Promise<{ problem?: "signedOut" }> {
  const [who, parsed] = [await viewer(), finishSchema.safeParse(asked)];
  if (!who) return { problem: "signedOut" };
  if (parsed.success) await finishUpload(who, parsed.data.id, { timeZone: parsed.data.timeZone });
  revalidatePath("/import", "layout");
  return {};
}
