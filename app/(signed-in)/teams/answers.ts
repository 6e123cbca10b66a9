import { z } from "zod";
import type { AnsweredState } from "@/components/athlete/form-state";
import { emailSchema } from "@/lib/data/users";
import { getTranslations } from "@/lib/i18n/server";
import { fail, type Result, succeed } from "@/lib/result";
import { typed } from "../athletes/answers";

export const scopeSchema = z.enum(["view", "record"]);

/** The form as it goes back, with words beside its field or for all of it. */
export async function giveBack(
  form: FormData,
  problem: { field?: string; text: (t: Awaited<ReturnType<typeof teamWords>>) => string },
): Promise<AnsweredState> {
  const text = problem.text(await teamWords());
  const values = typed(form);
  if (problem.field === undefined) return { status: "refused", message: text, errors: {}, values };
  return { status: "refused", errors: { [problem.field]: text }, values };
}

/** An address that may be left out; undefined where it was. */
export function optionalEmail(form: FormData): Result<string | undefined, "email"> {
  const text = String(form.get("email") ?? "").trim();
  if (text === "") return succeed(undefined);
  const email = emailSchema.safeParse(text);
  return email.success ? succeed(email.data) : fail("email");
}

export function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? "");
}

const teamWords = () => getTranslations("teams");
