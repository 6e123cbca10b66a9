import "server-only";
import { z } from "zod";
import { injury } from "@/lib/measurements/conditions";
import { presentAnswers, readMeasurements, storedMeasurementSchema, storedPredictionSchema } from "./assessment-rows";
import type { Transaction } from "./database";
import { Prisma } from "./generated/client";
import { Sex } from "./generated/enums";
import { ageOnDay } from "./model-columns";
import { type LineAssessment, lineAnswerSchema, lineLength } from "./roster-line";

/** What an athlete's lines in the rosters are made from. */
export type RosterSource = z.infer<typeof athleteSchema> & {
  /** The teams whose consent stands, held until the transaction ends, and when each wants to see the athlete again. */
  teams: { id: string; recall: { dueOn: Date; setAt: Date } | null }[];
  /** Newest first. */
  newest: LineAssessment[];
};

/** Null where no team's consent stands. For a transaction in which nobody else refreshes the athlete's lines. One statement. */
export async function rosterSource(transaction: Transaction, athleteId: string): Promise<RosterSource | null> {
  const rows = await transaction.$queryRaw`
    WITH held AS (${standingConsents(athleteId)})
    SELECT athlete."name", athlete."identifier", athlete."sex"::text, athlete."birthDate",
      (SELECT count(*)::int FROM "Assessment" WHERE "athleteId" = athlete."id") AS "assessmentCount",
      (SELECT json_agg(json_build_object('id', held."teamId", 'dueOn', recall."dueOn", 'setAt', recall."setAt"))
        FROM held LEFT JOIN "Recall" recall ON recall."teamId" = held."teamId" AND recall."athleteId" = athlete."id") AS "teams",
      (${newestAssessments}) AS "newest"
    FROM "Athlete" athlete WHERE athlete."id" = ${athleteId}::uuid AND EXISTS (SELECT FROM held)`;
  const [row] = sourceRows.parse(rows);
  if (!row) return null;
  const { teams, newest, ...athlete } = row;
  return {
    ...athlete,
    teams: teams.map(({ id, dueOn, setAt }) => ({ id, recall: dueOn && setAt && { dueOn, setAt } })),
    newest: newest.map((assessment) => lineAssessment(assessment, athlete.birthDate)),
  };
}

/** SQL: an athlete's consents that stand, held until the transaction ends. */
export function standingConsents(athleteId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT "teamId" FROM "Consent" WHERE "athleteId" = ${athleteId}::uuid AND "revokedAt" IS NULL ORDER BY "id" FOR SHARE`;
}

/**
 * SQL: the athlete's newest assessments as one document, with the answers to their present revision without their reasons.
 * Measurements only of the newest two of each protocol and device: the newest of all is among them, and what it is compared with.
 */
const newestAssessments = Prisma.sql`
  SELECT COALESCE(json_agg(json_build_object(
    'id', one."id", 'protocol', one."protocol", 'measuredAt', one."measuredAt", 'timeZone', one."timeZone",
    'device', one."device", 'injuryRegion', one."injuryRegion", 'revision', one."revision",
    'measurements', CASE WHEN one.place <= 2 THEN (
      SELECT json_agg(json_build_object('field', measured."field", 'side', measured."side", 'value', measured."value"))
      FROM "Measurement" measured WHERE measured."assessmentId" = one."id") END,
    'predictions', (
      SELECT json_agg(json_build_object('id', answer."id", 'revision', answer."revision", 'model', answer."model",
        'version', answer."version", 'output', answer."output" - ARRAY['reasons', 'outside']) ORDER BY answer."createdAt" DESC)
      FROM "Prediction" answer WHERE answer."assessmentId" = one."id" AND answer."revision" = one."revision")
  ) ORDER BY one."measuredAt" DESC, one."id" DESC), '[]')
  FROM (
    SELECT *, row_number() OVER (PARTITION BY "protocol", "device" ORDER BY "measuredAt" DESC, "id" DESC) AS place FROM (
      SELECT * FROM "Assessment" WHERE "athleteId" = athlete."id" ORDER BY "measuredAt" DESC, "id" DESC LIMIT ${lineLength}
    ) AS last
  ) AS one`;

const none = <Item>(items: Item[] | null): Item[] => items ?? [];

const assessmentSchema = z.object({
  id: z.guid(),
  protocol: z.enum(["walk", "run"]),
  measuredAt: z.coerce.date(),
  timeZone: z.string(),
  device: z.string().nullable(),
  injuryRegion: injury.region.schema.nullable().catch(null),
  revision: z.int(),
  measurements: z.array(storedMeasurementSchema).nullable().transform(none),
  predictions: z.array(storedPredictionSchema).nullable().transform(none),
});

const athleteSchema = z.object({
  name: z.string(),
  identifier: z.string().nullable(),
  sex: z.enum(Sex),
  birthDate: z.date(),
  assessmentCount: z.int(),
});

const sourceRows = z.array(
  athleteSchema.extend({
    teams: z.array(z.object({ id: z.guid(), dueOn: z.coerce.date().nullable(), setAt: z.coerce.date().nullable() })),
    newest: z.array(assessmentSchema),
  }),
);

function lineAssessment({ revision, ...assessment }: z.infer<typeof assessmentSchema>, birthDate: Date): LineAssessment {
  return {
    ...assessment,
    // Of one of them, as a rule, and a time zone's day takes a while to find.
    get age() {
      return ageOnDay({ birthDate }, assessment);
    },
    measurements: readMeasurements(assessment.id, assessment.measurements).measurements,
    predictions: presentAnswers(assessment.predictions, revision, lineAnswerSchema),
  };
}
