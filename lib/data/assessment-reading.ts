import "server-only";
import type { Columns, ModelPrediction } from "@/lib/inference";
import type { Measurements } from "@/lib/measurements/schema";
import { type AssessmentFacts, presentPredictions, readContent, storedPrediction } from "./assessment-rows";
import { findStored } from "./assessment-stored";
import { type AuditAction, audit } from "./audit";
import { database } from "./database";
import type { Prisma } from "./generated/client";
import { uuidOrNone } from "./ids";
import { ageOnDay, dateText, modelColumns } from "./model-columns";
import { permittedAthletes } from "./permissions";
import { permittedAthlete } from "./permitted";
import type { Viewer } from "./viewer";

export type AssessmentDetail = AssessmentFacts & {
  id: string;
  revision: number;
  createdAt: Date;
  /** Whether it is of the viewer's own record. */
  own: boolean;
  recordedBy: { name: string; self: boolean } | null;
  /** `ageAtAssessment` is null where the birth is later: nothing of the kind can be recorded. */
  athlete: { id: string; name: string; birthDate: string; sex: "female" | "male"; ageAtAssessment: number | null };
  measurements: Measurements;
  /** How many stored values cannot be read any more; they are kept, and left out here. */
  unreadable: number;
  /** What the models are asked with: the measurements, what follows from them, sex and age. */
  modelColumns: Columns;
  /** Answers to the present revision, one per model. */
  predictions: ModelPrediction[];
  corrections: { replacedAt: Date; by: string | null }[];
  mayWrite: boolean;
};

/** An assessment with its answers, or null where there is none that the viewer may see. */
export async function read(viewer: Viewer, id: string): Promise<AssessmentDetail | null> {
  const row = await findStored(viewer, id);
  if (!row) return null;
  const own = row.userId === viewer.userId;
  const athlete = row.athleteId;
  if (!own) await audit(database(), { actor: viewer.userId, subject: row.userId, athlete, action: "assessment.viewed", target: row.id });
  const { facts, measurements, unreadable } = readContent(row);
  return {
    ...facts,
    id: row.id,
    revision: row.revision,
    createdAt: row.createdAt,
    own,
    recordedBy: row.recordedBy === null ? null : { name: row.recordedBy, self: row.recordedById === viewer.userId },
    athlete: {
      id: athlete,
      name: row.name,
      birthDate: dateText(row.birthDate),
      sex: row.sex,
      ageAtAssessment: ageOnDay(row, row),
    },
    measurements,
    unreadable,
    modelColumns: modelColumns(row, { ...facts, measurements }),
    predictions: presentPredictions(row.predictions, row.revision),
    corrections: row.revisions,
    mayWrite: row.mayWrite,
  };
}

/** What the form needs to correct an assessment, or null where there is none that the viewer may write. */
export async function readForEdit(viewer: Viewer, id: string): Promise<AssessmentDetail | null> {
  const detail = await read(viewer, id);
  return detail?.mayWrite ? detail : null;
}

export type AssessmentSummary = {
  id: string;
  protocol: "walk" | "run";
  measuredAt: Date;
  timeZone: string;
  ageAtAssessment: number | null;
  measurements: Measurements;
  /** As in {@link AssessmentDetail}. */
  unreadable: number;
  predictions: ModelPrediction[];
};

/** At most `limit` assessments, and only those that come after the assessment `before` in the list: the last of the page above. */
export type Page = { limit?: number; before?: string };

/** An athlete's assessments, newest first; empty where the viewer may not see them. `action` is what the athlete reads of it. */
export async function list(
  viewer: Viewer,
  athleteId: string,
  { limit = 200, before }: Page = {},
  action: Extract<AuditAction, "assessment.listed" | "athlete.viewed"> = "assessment.listed",
): Promise<AssessmentSummary[]> {
  const athlete = await permittedAthlete(viewer, athleteId, "view", database());
  if (!athlete) return [];
  if (athlete.userId !== viewer.userId)
    await audit(database(), { actor: viewer.userId, subject: athlete.userId, athlete: athlete.id, action, target: athlete.id });
  const rows = await database().assessment.findMany({
    where: { AND: [visible(viewer, athlete.id), before === undefined ? {} : await after(viewer, athlete.id, before)] },
    include: { measurements: true, predictions: { select: storedPrediction, orderBy: { createdAt: "desc" } } },
    orderBy: [{ measuredAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map((row) => {
    const { measurements, unreadable } = readContent(row);
    return {
      id: row.id,
      protocol: row.protocol,
      measuredAt: row.measuredAt,
      timeZone: row.timeZone,
      ageAtAssessment: ageOnDay(athlete, row),
      measurements,
      unreadable,
      predictions: presentPredictions(row.predictions, row.revision),
    };
  });
}

/** How many assessments {@link list} would give without a limit. */
export async function count(viewer: Viewer, athleteId: string): Promise<number> {
  return database().assessment.count({ where: visible(viewer, athleteId) });
}

function visible(viewer: Viewer, athleteId: string): Prisma.AssessmentWhereInput {
  return { athlete: { AND: [{ id: uuidOrNone(athleteId) }, permittedAthletes(viewer, "view")] } };
}

/** What comes after an assessment in the list; nothing where the viewer sees no such assessment of this athlete. */
async function after(viewer: Viewer, athleteId: string, id: string): Promise<Prisma.AssessmentWhereInput> {
  const last = await database().assessment.findFirst({
    where: { AND: [{ id: uuidOrNone(id) }, visible(viewer, athleteId)] },
    select: { id: true, measuredAt: true },
  });
  if (!last) return { id: { in: [] } };
  return { OR: [{ measuredAt: { lt: last.measuredAt } }, { measuredAt: last.measuredAt, id: { lt: last.id } }] };
}
