import { z } from "zod";
import type { NoteInput } from "@/lib/data/notes";
import { fail, type Result, succeed } from "@/lib/result";

type Problem = { problem: "text" | "textLong" | "visible" | "team"; count: number };
export type NoteErrors = Partial<Record<"note" | "visible" | "note-team", Problem>>;

const longest = 4000;
/** Control characters but for line breaks and tabs: nobody types them, and the database does not take all of them. */
const controls = /[^\P{Cc}\n\r\t]/gu;
const visibleSchema = z.enum(["team", "athlete"]);

/** Reads the form of a note; who reads it has no default, for it must be meant. */
export function parseNote(form: FormData): Result<Omit<NoteInput, "athleteId">, NoteErrors> {
  const written = form.get("note");
  const text = typeof written === "string" ? written.replace(controls, "").trim() : "";
  const visible = visibleSchema.safeParse(form.get("visible"));
  const team = z.guid().safeParse(form.get("team"));
  const submissionId = z.uuid().safeParse(form.get("submissionId"));
  const problem = (of: Problem["problem"]): Problem => ({ problem: of, count: longest });
  if (text !== "" && text.length <= longest && visible.success && team.success && submissionId.success) {
    return succeed({ submissionId: submissionId.data, teamId: team.data, text, visibleToAthlete: visible.data === "athlete" });
  }
  return fail({
    ...((text === "" || !submissionId.success) && { note: problem("text") }),
    ...(text.length > longest && { note: problem("textLong") }),
    ...(!visible.success && { visible: problem("visible") }),
    ...(!team.success && { "note-team": problem("team") }),
  });
}
