import { readFileSync } from "node:fs";
import { z } from "zod";

export const worldPassword = "a password of the walk";
/** Names the file that seed-world.ts wrote. */
export const worldVariable = "MARCHA_E2E_WORLD";

const recordSchema = z.object({ id: z.string(), assessmentId: z.string() });
const worldSchema = z.object({
  emails: z.record(z.string(), z.string()),
  /** The person's own, done, with a refused row. */
  importId: z.string(),
  teamId: z.string(),
  athlete: recordSchema,
  patient: recordSchema,
});

export type SeededWorld = z.infer<typeof worldSchema>;

export function readWorld(): SeededWorld {
  return worldSchema.parse(JSON.parse(readFileSync(process.env[worldVariable] ?? "", "utf8")));
}
