import "server-only";
import { z } from "zod";
import { injury } from "@/lib/measurements/conditions";
import type { Measurements } from "@/lib/measurements/schema";
import {
  type AssessmentFacts,
  factsToRow,
  measurementRows,
  presentAnswers,
  readMeasurements,
  storedMeasurementSchema,
  storedPredictionSchema,
} from "./assessment-rows";
import { Prisma } from "./generated/client";
import { Sex } from "./generated/enums";
import { ageOnDay } from "./model-columns";
import { standingConsents } from "./record-locks";
import { type LineAssessment, lineAnswerSchema, lineLength } from "./roster-line";
import { documentOf, type Statements } from "./statements";

/** What an athlete's lines in the rosters are made from. */
export type RosterSource = z.infer<typeof athleteSchema> & {
  /** The teams whose consent stands, held until the transaction ends, and when each wants to see the athlete again. */
  teams: { id: string; recall: { dueOn: Date; setAt: Date } | null }[];
  /** Newest first; none where no team's consent stands. */
  newest: LineAssessment[];
};

/**
 * Null where there is no such athlete, or not the `condition` that is put to them. For a transaction in which nobody else
 * writes the athlete's lines. One statement.
 */
export async function rosterSource(
  transaction: Statements,
  athleteId: string,
  condition: Prisma.Sql = Prisma.sql`TRUE`,
): Promise<RosterSource | null> {
  const rows = await transaction.$queryRaw`
    WITH held AS (${standingConsents(Prisma.sql`${athleteId}::uuid`)})
    SELECT athlete."name", athlete."identifier", athlete."sex"::text, athlete."birthDate",
      (SELECT count(*)::int FROM "Assessment" WHERE "athleteId" = athlete."id") AS "assessmentCount",
      (SELECT COALESCE(json_agg(json_build_object('id', held."teamId", 'dueOn', recall."dueOn", 'setAt', recall."setAt")), '[]')::text
        FROM held LEFT JOIN "Recall" recall ON recall."teamId" = held."teamId" AND recall."athleteId" = athlete."id") AS "teams",
      CASE WHEN EXISTS (SELECT FROM held) THEN (${newestAssessments})::text ELSE '[]' END AS "newest"
    FROM "Athlete" athlete WHERE athlete."id" = ${athleteId}::uuid AND ${condition}`;
  const [row] = sourceRows.parse(rows);
  if (!row) return null;
  const { teams, newest, ...athlete } = row;
  return {
    ...athlete,
    teams: teams.map(({ id, dueOn, setAt }) => ({ id, recall: dueOn && setAt && { dueOn, setAt } })),
    newest: newest.map((assessment) => lineAssessment(assessment, athlete.birthDate)),
  };
}

/** An assessment that is about to be written, as far as lines are made from it. */
export type NewLineAssessment = {
  id: string;
  facts: AssessmentFacts;
  measurements: Measurements;
  predictions: LineAssessment["predictions"];
};

/** The source as it is once an assessment of the athlete has been written. */
export function withAssessment(source: RosterSource, { id, facts, measurements, predictions }: NewLineAssessment): RosterSource {
  const { protocol, measuredAt, timeZone, device, injuryRegion } = factsToRow(facts);
  const added: LineAssessment = {
    ...{ id, protocol, measuredAt, timeZone, device, injuryRegion, predictions },
    age: ageOnDay(source, facts),
    measurements: readMeasurements(id, measurementRows(id, measurements)).measurements,
  };
  return {
    ...source,
    assessmentCount: source.assessmentCount + 1,
    newest: [...source.newest, added].toSorted(newestFirst).slice(0, lineLength),
  };
}

/** As the database orders them. */
function newestFirst(one: LineAssessment, other: LineAssessment): number {
  return other.measuredAt.getTime() - one.measuredAt.getTime() || (other.id > one.id ? 1 : -1);
}

/**
 * SQL: the athlete's newest assessments as one document, with the answers to their present revision without their reasons.
 * Only what a line is made from: injury pictures of the newest one that has any, and measurements of the newest two of each
 * protocol and device (the newest of all is among them, and what it is compared with).
 */
const newestAssessments = Prisma.sql`
  WITH last AS (
    SELECT * FROM "Assessment" WHERE "athleteId" = athlete."id" ORDER BY "measuredAt" DESC, "id" DESC LIMIT ${lineLength}
  ), one AS (
    SELECT *, row_number() OVER (PARTITION BY "protocol", "device" ORDER BY "measuredAt" DESC, "id" DESC) AS place FROM last
  ), answer AS (
    SELECT given."id", given."assessmentId", given."revision", given."model", given."version", given."output", given."createdAt",
      given."output" ->> 'question' AS question
    FROM last JOIN "Prediction" given ON given."assessmentId" = last."id" AND given."revision" = last."revision"
  ), pictured AS (
    SELECT last."id" FROM last JOIN answer ON answer."assessmentId" = last."id" AND answer.question = 'injury'
    ORDER BY last."measuredAt" DESC, last."id" DESC LIMIT 1
  )
  SELECT COALESCE(json_agg(json_build_object(
    'id', one."id", 'protocol', one."protocol", 'measuredAt', one."measuredAt", 'timeZone', one."timeZone",
    'device', one."device", 'injuryRegion', one."injuryRegion", 'revision', one."revision",
    'measurements', CASE WHEN one.place <= 2 THEN (
      SELECT json_agg(json_build_object('field', measured."field", 'side', measured."side", 'value', measured."value"))
      FROM "Measurement" measured WHERE measured."assessmentId" = one."id") END,
    'predictions', (
      SELECT json_agg(json_build_object('id', answer."id", 'revision', answer."revision", 'model', answer."model",
        'version', answer."version", 'output', answer."output" - ARRAY['reasons', 'outside']) ORDER BY answer."createdAt" DESC)
      FROM answer WHERE answer."assessmentId" = one."id"
        AND (answer.question IS DISTINCT FROM 'injury' OR answer."assessmentId" = (SELECT "id" FROM pictured)))
  ) ORDER BY one."measuredAt" DESC, one."id" DESC), '[]')
  FROM one`;

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

const teamSchema = z.object({ id: z.guid(), dueOn: z.coerce.date().nullable(), setAt: z.coerce.date().nullable() });
const sourceRows = z.array(athleteSchema.extend({ teams: documentOf(z.array(teamSchema)), newest: documentOf(z.array(assessmentSchema)) }));

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
