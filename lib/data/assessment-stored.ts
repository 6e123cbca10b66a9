import "server-only";
import { z } from "zod";
import { storedMeasurementSchema, storedPredictionSchema } from "./assessment-rows";
import { database } from "./database";
import { Prisma } from "./generated/client";
import { Protocol, Sex } from "./generated/enums";
import { uuidOrNone } from "./ids";
import { mayAccess } from "./permissions";
import { documentOf } from "./statements";
import type { Viewer } from "./viewer";

const storedSchema = z.object({
  id: z.guid(),
  protocol: z.enum(Protocol),
  reason: z.string(),
  measuredAt: z.date(),
  timeZone: z.string(),
  notes: z.string().nullable(),
  pain: z.int().nullable(),
  painSince: z.date().nullable(),
  footwear: z.string().nullable(),
  surface: z.string().nullable(),
  inclinePercent: z.number().nullable(),
  device: z.string().nullable(),
  injuryRegion: z.string().nullable(),
  injuryLocation: z.string().nullable(),
  injurySide: z.string().nullable(),
  revision: z.int(),
  createdAt: z.date(),
  athleteId: z.guid(),
  userId: z.guid().nullable(),
  name: z.string(),
  birthDate: z.date(),
  sex: z.enum(Sex),
  recordedById: z.guid().nullable(),
  recordedBy: z.string().nullable(),
  measurements: documentOf(z.array(storedMeasurementSchema)),
  predictions: documentOf(z.array(storedPredictionSchema)),
  revisions: documentOf(z.array(z.object({ replacedAt: z.coerce.date(), by: z.string().nullable() }))),
  mayWrite: z.boolean(),
});

const storedRows = z.array(storedSchema);

/** An assessment's row with its athlete's, the answers to its present revision and what was corrected, each newest first. */
export type StoredAssessment = z.infer<typeof storedSchema>;

/** An assessment as its page shows it, or null where there is none that the viewer may see. One statement. For lib/data/assessment-reading only, which tells the audit who looked. */
export async function findStored(viewer: Viewer, id: string): Promise<StoredAssessment | null> {
  const rows = await database().$statements().$queryRaw`
    SELECT assessment."id", assessment."protocol"::text, assessment."reason", assessment."measuredAt", assessment."timeZone",
      assessment."notes", assessment."pain", assessment."painSince", assessment."footwear", assessment."surface",
      assessment."inclinePercent", assessment."device", assessment."injuryRegion", assessment."injuryLocation",
      assessment."injurySide", assessment."revision", assessment."createdAt",
      athlete."id" AS "athleteId", athlete."userId", athlete."name", athlete."birthDate", athlete."sex"::text,
      recorder."id" AS "recordedById", recorder."name" AS "recordedBy",
      ${mayAccess(viewer, "record")} AS "mayWrite",
      ${documents(Prisma.sql`
        SELECT measured."field", measured."side", measured."value" FROM "Measurement" measured
        WHERE measured."assessmentId" = assessment."id"`)} AS "measurements",
      ${documents(Prisma.sql`
        SELECT answer."id", answer."revision", answer."model", answer."version", answer."output" FROM "Prediction" answer
        WHERE answer."assessmentId" = assessment."id" AND answer."revision" = assessment."revision"
        ORDER BY answer."createdAt" DESC`)} AS "predictions",
      ${documents(Prisma.sql`
        SELECT former."replacedAt", person."name" AS "by" FROM "AssessmentRevision" former
        LEFT JOIN "User" person ON person."id" = former."replacedById"
        WHERE former."assessmentId" = assessment."id" ORDER BY former."revision" DESC`)} AS "revisions"
    FROM "Assessment" assessment
    JOIN "Athlete" athlete ON athlete."id" = assessment."athleteId"
    LEFT JOIN "User" recorder ON recorder."id" = assessment."recordedById"
    WHERE assessment."id" = ${uuidOrNone(id)}::uuid AND ${mayAccess(viewer, "view")}`;
  const [row = null] = storedRows.parse(rows);
  return row;
}

/** SQL: what a query finds, in its order, as one value. */
function documents(query: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT COALESCE(json_agg(found), '[]')::text FROM (${query}) AS found)`;
}
