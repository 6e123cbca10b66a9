import { database } from "@/lib/data/database";
import { summariseAthlete } from "@/lib/data/summaries";

const batch = 200;

export type FillOptions = {
  /** Everybody, not only those who lack something. */
  readonly all?: boolean;
  readonly onProgress?: (done: number) => void;
};

/**
 * Brings summaries and rosters up to date for records that were written before there were any, and returns how many athletes
 * it went through. As often as one likes: each athlete is one transaction, and who lacks nothing is left alone.
 */
export async function fillSummaries({ all = false, onProgress }: FillOptions = {}): Promise<number> {
  let done = 0;
  for (let after: string | null = null; ; ) {
    const ids = await nextAthletes(after, all);
    for (const id of ids) await database().$transaction((transaction) => summariseAthlete(transaction, id), { timeout: 60_000 });
    done += ids.length;
    if (ids.length > 0) onProgress?.(done);
    if (ids.length < batch) return done;
    after = ids.at(-1) ?? null;
  }
}

async function nextAthletes(after: string | null, all: boolean): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT athlete."id" FROM "Athlete" athlete
    WHERE (${after}::uuid IS NULL OR athlete."id" > ${after}::uuid) AND (
      ${all}
      OR EXISTS (
        SELECT FROM "Assessment" assessment
        LEFT JOIN "AssessmentSummary" summary ON summary."assessmentId" = assessment."id"
        WHERE assessment."athleteId" = athlete."id" AND summary."assessmentId" IS NULL
      )
      OR EXISTS (
        SELECT FROM "Consent" consent
        LEFT JOIN "RosterEntry" entry ON entry."teamId" = consent."teamId" AND entry."athleteId" = consent."athleteId"
        WHERE consent."athleteId" = athlete."id" AND consent."revokedAt" IS NULL AND entry."athleteId" IS NULL
      )
    )
    ORDER BY athlete."id" LIMIT ${batch}
  `;
  return rows.map(({ id }) => id);
}
