import "server-only";
import { z } from "zod";
import type { ModelPrediction } from "@/lib/inference";
import { type AgeBandKey, ageBandOf } from "@/lib/measurements/age-bands";
import { fieldsOf } from "@/lib/measurements/dictionary";
import { isComparable } from "@/lib/measurements/judgement";
import type { Measurements } from "@/lib/measurements/schema";
import { type Protocol, protocolSchema } from "@/lib/measurements/vocabulary";
import { presentPredictions, readContent, storedPrediction } from "./assessment-rows";
import { audit } from "./audit";
import { database } from "./database";
import { Prisma } from "./generated/client";
import type { Sex } from "./generated/enums";
import { uuidOrNone } from "./ids";
import { ageOnDay } from "./model-columns";
import { permittedAthletes, permittedTeams } from "./permissions";
import { athleteSelect } from "./permitted";
import { type Place, placesIn, type ReferenceCell, type ReferenceScope } from "./reference";
import { listTeams, type TeamSummary } from "./teams";
import type { Viewer } from "./viewer";

/** Columns side by side: fewer are no comparison, more are not read. */
export const fewestCompared = 2;
export const mostCompared = 6;

/** Earlier visits that make up a person's own baseline, and visits of one person that are read at all. */
const baselineVisits = 20;
const mostVisits = 200;

/** `band`: people of each one's own sex and age band, in the team. */
export type ReferenceKind = "team" | "band" | "everyone";
/** Null chooses: the team that sees most of them, else everyone. */
export type ReferenceChoice = { kind: ReferenceKind; teamId?: string } | null;

/** An assessment's one number per dictionary code, as summarised. */
export type Visit = { assessmentId: string; measuredAt: Date; timeZone: string; values: ReadonlyMap<string, number> };

export type ComparedAssessment = Visit & {
  ageAtAssessment: number | null;
  measurements: Measurements;
  /** How many stored values cannot be read any more. */
  unreadable: number;
  predictions: ModelPrediction[];
};

export type ComparedColumn = {
  /** The athlete's or, where one person's dates are compared, the assessment's. */
  id: string;
  athlete: { id: string; name: string; sex: Sex; own: boolean };
  /** Null where the person has no assessment of the protocol. */
  assessment: ComparedAssessment | null;
  /** Of the same protocol, before that assessment, oldest first; at most twenty. */
  earlier: Visit[];
  /** The sex and age band they are compared with; null where the reference is not cut, or the age is not known. */
  cell: { sex: Sex; ageBand: AgeBandKey } | null;
  /** The reference for each code, and where this column's value stands in it. */
  places: ReadonlyMap<string, Place>;
};

export type Comparison = {
  protocol: Protocol;
  /** Protocols of which there is anything to compare. */
  offered: Protocol[];
  reference: { kind: ReferenceKind; team: TeamSummary | null };
  /** The teams whose people the viewer may choose as the reference. */
  teams: TeamSummary[];
  columns: ComparedColumn[];
  /** Chosen assessments that are of another protocol. */
  otherProtocol: number;
};

type Asked = { protocol?: Protocol; reference?: ReferenceChoice };

/**
 * People side by side, each with their newest assessment of the protocol (by default the one most of them have), in the order
 * asked. Null where one of two to six ids is not permitted, or the reference team is not: never a part of what was asked.
 */
export async function compareAthletes(
  viewer: Viewer,
  { athleteIds, protocol: wanted, reference = null }: Asked & { athleteIds: readonly string[] },
): Promise<Comparison | null> {
  const ids = [...new Set(athleteIds.map(uuidOrNone))];
  if (ids.length < fewestCompared || ids.length > mostCompared) return null;
  const [athletes, teams] = await Promise.all([readPermitted(viewer, ids), listTeams(viewer)]);
  const scope = scopeOf(reference, teams, athletes);
  if (athletes.length !== ids.length || !scope) return null;

  const newest = await newestOfEach(ids);
  const protocol = wanted ?? commonest(newest.map((each) => each.protocol)) ?? "walk";
  const chosen = newest.filter((each) => each.protocol === protocol).map(({ id }) => id);
  const [assessments, visits] = await Promise.all([readAssessments(chosen), readVisits(ids, protocol, baselineVisits + 1)]);
  const columns = ids.flatMap((id) => {
    const athlete = athletes.find((each) => each.id === id);
    const assessment = assessments.find((each) => each.athleteId === id);
    return athlete ? [columnOf(viewer, { id, athlete, assessment, visits })] : [];
  });
  return finish(viewer, athletes, { columns, protocol, offered: protocolsAmong(newest), scope, teams, otherProtocol: 0 });
}

/**
 * One person's dates side by side, oldest first; those of another protocol than asked (by default that of most) are counted
 * and left out. Null where one of two to six ids is not permitted, where they are not of one person, or where the reference
 * team is not permitted.
 */
export async function compareAssessments(
  viewer: Viewer,
  { assessmentIds, protocol: wanted, reference = null }: Asked & { assessmentIds: readonly string[] },
): Promise<Comparison | null> {
  const ids = [...new Set(assessmentIds.map(uuidOrNone))];
  if (ids.length < fewestCompared || ids.length > mostCompared) return null;
  const [found, teams] = await Promise.all([
    database().assessment.findMany({
      where: { id: { in: ids }, athlete: permittedAthletes(viewer, "view") },
      select: { id: true, athleteId: true, protocol: true },
    }),
    listTeams(viewer),
  ]);
  const athleteIds = [...new Set(found.map(({ athleteId }) => athleteId))];
  if (found.length !== ids.length || athleteIds.length !== 1) return null;
  const [athlete] = await readPermitted(viewer, athleteIds);
  const scope = athlete && scopeOf(reference, teams, [athlete]);
  if (!athlete || !scope) return null;

  const protocol = wanted ?? commonest(found.map((each) => each.protocol)) ?? "walk";
  const chosen = found.filter((each) => each.protocol === protocol).map(({ id }) => id);
  const [assessments, visits] = await Promise.all([readAssessments(chosen), readVisits(athleteIds, protocol, mostVisits)]);
  const columns = assessments
    .toSorted((one, other) => one.measuredAt.getTime() - other.measuredAt.getTime() || one.id.localeCompare(other.id))
    .map((assessment) => columnOf(viewer, { id: assessment.id, athlete, assessment, visits }));
  return finish(viewer, [athlete], {
    columns,
    protocol,
    offered: protocolsAmong(found),
    scope,
    teams,
    otherProtocol: found.length - chosen.length,
  });
}

export type OwnDate = { id: string; protocol: Protocol; measuredAt: Date; timeZone: string };

/** The dates of an athlete that can be compared, newest first; empty where the viewer may not see them. */
export async function listDates(viewer: Viewer, athleteId: string): Promise<OwnDate[]> {
  return database().assessment.findMany({
    where: { athlete: { AND: [{ id: uuidOrNone(athleteId) }, permittedAthletes(viewer, "view")] } },
    select: { id: true, protocol: true, measuredAt: true, timeZone: true },
    orderBy: [{ measuredAt: "desc" }, { id: "desc" }],
    take: mostVisits,
  });
}

type PermittedAthlete = Awaited<ReturnType<typeof readPermitted>>[number];

function readPermitted(viewer: Viewer, ids: readonly string[]) {
  return database().athlete.findMany({
    where: { AND: [{ id: { in: [...ids] } }, permittedAthletes(viewer, "view")] },
    select: { ...athleteSelect, consents: { where: { revokedAt: null, team: permittedTeams(viewer, "view") }, select: { teamId: true } } },
  });
}

type Scope = { kind: ReferenceKind; team: TeamSummary | null };

/** The reference asked for, or the one that suits; null where the team asked for is not the viewer's. */
function scopeOf(choice: ReferenceChoice, teams: readonly TeamSummary[], athletes: readonly PermittedAthlete[]): Scope | null {
  if (choice?.kind === "everyone") return { kind: "everyone", team: null };
  const shared = commonest(athletes.flatMap(({ consents }) => [...new Set(consents.map(({ teamId }) => teamId))]));
  const team = teams.find(({ id }) => id === (choice?.teamId ?? shared));
  if (team) return { kind: choice?.kind ?? "team", team };
  return choice?.teamId === undefined ? { kind: "everyone", team: null } : null;
}

function commonest<Value extends string>(values: readonly Value[]): Value | undefined {
  const count = (value: Value) => values.filter((each) => each === value).length;
  return values.toSorted((one, other) => count(other) - count(one))[0];
}

const protocolsAmong = (assessments: readonly { protocol: Protocol }[]): Protocol[] =>
  protocolSchema.options.filter((each) => assessments.some(({ protocol }) => protocol === each));

const idsIn = (ids: readonly string[]): Prisma.Sql => Prisma.sql`(${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))})`;

const newestSchema = z.array(z.object({ id: z.string(), protocol: protocolSchema }));

/** Each one's newest assessment of each protocol. */
async function newestOfEach(athleteIds: readonly string[]): Promise<z.infer<typeof newestSchema>> {
  const rows = await database().$queryRaw`
    SELECT DISTINCT ON (assessment."athleteId", assessment.protocol) assessment.id::text, assessment.protocol::text
    FROM "Assessment" assessment
    WHERE assessment."athleteId" IN ${idsIn(athleteIds)}
    ORDER BY assessment."athleteId", assessment.protocol, assessment."measuredAt" DESC, assessment.id DESC`;
  return newestSchema.parse(rows);
}

type AssessmentRow = Awaited<ReturnType<typeof readAssessments>>[number];

function readAssessments(ids: readonly string[]) {
  return database().assessment.findMany({
    where: { id: { in: [...ids] } },
    include: { measurements: true, predictions: { select: storedPrediction, orderBy: { createdAt: "desc" } } },
  });
}

const visitsSchema = z.array(
  z.object({
    assessmentId: z.string(),
    athleteId: z.string(),
    measuredAt: z.coerce.date(),
    timeZone: z.string(),
    values: z.record(z.string(), z.unknown()).transform(numbersOf),
  }),
);
type VisitOf = z.infer<typeof visitsSchema>[number];

/** Each one's newest visits of the protocol, newest first. */
async function readVisits(athleteIds: readonly string[], protocol: Protocol, most: number): Promise<VisitOf[]> {
  const rows = await database().$queryRaw`
    SELECT visit."assessmentId"::text, visit."athleteId"::text, visit."measuredAt", assessment."timeZone", visit.values
    FROM (
      SELECT summary.*, row_number() OVER (
        PARTITION BY summary."athleteId" ORDER BY summary."measuredAt" DESC, summary."assessmentId" DESC
      ) AS place
      FROM "AssessmentSummary" summary
      WHERE summary.protocol = ${protocol}::"Protocol" AND summary."athleteId" IN ${idsIn(athleteIds)}
    ) visit
    JOIN "Assessment" assessment ON assessment.id = visit."assessmentId"
    WHERE visit.place <= ${most}
    ORDER BY visit."measuredAt" DESC, visit."assessmentId" DESC`;
  return visitsSchema.parse(rows);
}

function numbersOf(values: Readonly<Record<string, unknown>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(values).flatMap(([code, value]) => (typeof value === "number" ? [[code, value] as const] : [])));
}

type Parts = { id: string; athlete: PermittedAthlete; assessment: AssessmentRow | undefined; visits: readonly VisitOf[] };

function columnOf(viewer: Viewer, { id, athlete, assessment, visits }: Parts): ComparedColumn {
  const { name, sex } = athlete;
  const who = { id: athlete.id, name, sex, own: athlete.userId === viewer.userId };
  if (!assessment) return { id, athlete: who, assessment: null, earlier: [], cell: null, places: new Map() };
  const own = visits.filter(({ athleteId }) => athleteId === athlete.id);
  const at = own.findIndex(({ assessmentId }) => assessmentId === assessment.id);
  const { measurements, unreadable } = readContent(assessment);
  return {
    id,
    athlete: who,
    assessment: {
      assessmentId: assessment.id,
      measuredAt: assessment.measuredAt,
      timeZone: assessment.timeZone,
      ageAtAssessment: ageOnDay(athlete, assessment),
      measurements,
      unreadable,
      values: own[at]?.values ?? new Map(),
      predictions: presentPredictions(assessment.predictions, assessment.revision),
    },
    earlier: at < 0 ? [] : own.slice(at + 1, at + 1 + baselineVisits).toReversed(),
    cell: null,
    places: new Map(),
  };
}

type Found = Omit<Comparison, "reference"> & { scope: Scope };

/** Adds the reference, and writes down whose records were looked at. */
async function finish(viewer: Viewer, people: readonly PermittedAthlete[], { columns, scope, ...rest }: Found): Promise<Comparison | null> {
  const compared = columns.map((column) => ({ ...column, cell: scope.kind === "band" ? cellOf(column) : null }));
  const where: ReferenceScope = scope.team ? { kind: "team", teamId: scope.team.id } : { kind: "everyone" };
  const asked = compared.map(({ cell, assessment }) => {
    const whole: ReferenceCell = cell ?? {};
    const values = new Map(scope.kind === "band" && !cell ? [] : [...(assessment?.values ?? [])].filter(([code]) => isComparable(code)));
    return { cell: whole, codes: [...values.keys()], values };
  });
  const places = await placesIn(viewer, { scope: where, protocol: rest.protocol, codes: comparable, asked });
  if (!places) return null;
  await auditCompared(viewer, people);
  return { ...rest, reference: scope, columns: compared.map((column, index) => ({ ...column, places: places[index] ?? new Map() })) };
}

/** Of all at once, so that it is one question whatever those who are compared have measured. */
const comparable = fieldsOf().flatMap(({ code }) => (isComparable(code) ? [code] : []));

function cellOf({ athlete, assessment }: ComparedColumn): ComparedColumn["cell"] {
  const age = assessment?.ageAtAssessment ?? null;
  const band = age === null ? null : ageBandOf(age);
  return band && { sex: athlete.sex, ageBand: band.key };
}

async function auditCompared(viewer: Viewer, athletes: readonly PermittedAthlete[]): Promise<void> {
  const others = athletes.filter(({ userId }) => userId !== viewer.userId);
  if (others.length === 0) return;
  const events = others.map(({ id, userId }) => ({
    actor: viewer.userId,
    subject: userId,
    athlete: id,
    action: "athlete.compared" as const,
    target: id,
  }));
  await database().$transaction((transaction) => audit(transaction, ...events));
}
