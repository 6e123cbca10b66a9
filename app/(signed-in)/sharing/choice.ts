import { z } from "zod";

/** What just happened, where the person comes from doing it. */
export type Done = { kind: "ended" | "shared"; teamId: string } | { kind: "declined" | "taken" };

export type SharingChoice = {
  done: Done | null;
  /** The event before which the list of what others did goes on. */
  before: string | undefined;
};

const idSchema = z.guid().optional().catch(undefined);
const choiceSchema = z.object({
  ended: idSchema,
  shared: idSchema,
  before: idSchema,
  done: z.enum(["declined", "taken"]).optional().catch(undefined),
});

/** Reads the parameters of the page; what is not understood is as if it were not there. */
export function parseChoice(parameters: Readonly<Record<string, string | string[] | undefined>>): SharingChoice {
  const { ended, shared, before, done } = choiceSchema.parse(parameters);
  return { done: doneOf(ended, shared, done), before };
}

function doneOf(ended: string | undefined, shared: string | undefined, done: "declined" | "taken" | undefined): Done | null {
  if (ended !== undefined) return { kind: "ended", teamId: ended };
  if (shared !== undefined) return { kind: "shared", teamId: shared };
  return done === undefined ? null : { kind: done };
}
