import { z } from "zod";
import { database } from "@/lib/data/database";
import type { Viewer } from "@/lib/data/viewer";
import { demoPeople } from "@/prisma/demo-accounts";
import { teamIds } from "@/prisma/demo-cohort/people";
import { seedDemo } from "@/prisma/demo-cohort/seed";

// One team that grows: its first people are the demo's, recorded as everybody is; the others are copies of them, made in SQL.

const teamId = teamIds.club;
const templates = 40;

/** The demo's people, and the team's owner who will ask. */
export async function begin(size = templates): Promise<{ viewer: Viewer; teamId: string }> {
  await seedDemo({ size });
  const { email } = demoPeople.clubOwner;
  const { id, name, athlete } = await database().user.findUniqueOrThrow({ where: { email }, include: { athlete: true } });
  return { viewer: { userId: id, name, email, athleteId: athlete?.id ?? null }, teamId };
}

/** Copies people until so many are in the team's roster, and lets PostgreSQL count its rows as it does by itself over night. */
export async function growTo(athletes: number): Promise<void> {
  const present = await database().rosterEntry.count({ where: { teamId } });
  if (present > athletes) throw new Error(`the team has ${present} athletes already`);
  for (let from = present; from < athletes; from += atOnce) await addCopies(from, Math.min(from + atOnce, athletes) - 1);
  // What no trigger looked at is marked here.
  await database().$executeRawUnsafe(`INSERT INTO "CohortChange" ("about") VALUES (${team}), ('00000000-0000-0000-0000-000000000000')`);
  await database().$executeRawUnsafe("ANALYZE");
}

/** So many that no transaction takes longer than any may. */
const atOnce = 250;

async function addCopies(first: number, last: number): Promise<void> {
  await database().$executeRawUnsafe(`DROP TABLE IF EXISTS "bench_copy"`);
  await database().$executeRawUnsafe(`
    CREATE TABLE "bench_copy" AS
    WITH template AS (
      SELECT "id", row_number() OVER (ORDER BY "id") - 1 AS place, count(*) OVER () AS count FROM "Athlete"
      WHERE "userId" IS NULL AND "identifier" ~ '^DEMO-[0-9]+$'
        AND EXISTS (SELECT FROM "RosterEntry" line WHERE line."athleteId" = "Athlete"."id")
    )
    SELECT template."id" AS template, number, md5(template."id"::text || number)::uuid AS athlete
    FROM generate_series(${first}, ${last}) AS number JOIN template ON template.place = number % template.count
  `);
  for (const step of steps) await copy(step);
}

type Step = {
  readonly table: string;
  /** A column that holds the template's id, or that of one of its assessments. */
  readonly by: "id" | "athleteId" | "assessmentId";
  /** What a copy has of its own, in SQL. */
  readonly own: Readonly<Record<string, string>>;
  /** Where a template may have several rows and a copy takes one: by which columns they are alike. */
  readonly one?: string;
  readonly where?: string;
};

const copied = (column: string) => `md5(source."${column}"::text || copy.number)::uuid`;
const team = `'${teamId}'::uuid`;
const name = `source."name" || ' ' || copy.number`;

const steps: readonly Step[] = [
  { table: "Athlete", by: "id", own: { id: "copy.athlete", auditKey: "gen_random_uuid()", name, identifier: `'COPY-' || copy.number` } },
  {
    table: "Consent",
    by: "athleteId",
    own: { id: copied("id"), athleteId: "copy.athlete", teamId: team },
    one: "copy.athlete",
    where: `source."revokedAt" IS NULL`,
  },
  { table: "ReferenceConsent", by: "athleteId", own: { id: copied("id"), athleteId: "copy.athlete" } },
  { table: "Assessment", by: "athleteId", own: { id: copied("id"), athleteId: "copy.athlete" } },
  { table: "Measurement", by: "assessmentId", own: { assessmentId: copied("assessmentId") } },
  { table: "Prediction", by: "assessmentId", own: { id: copied("id"), assessmentId: copied("assessmentId") } },
  { table: "AssessmentSummary", by: "athleteId", own: { assessmentId: copied("assessmentId"), athleteId: "copy.athlete" } },
  { table: "Recall", by: "athleteId", own: { athleteId: "copy.athlete", teamId: team }, one: "copy.athlete" },
  { table: "Note", by: "athleteId", own: { id: copied("id"), athleteId: "copy.athlete", teamId: team } },
  {
    table: "RosterEntry",
    by: "athleteId",
    own: {
      teamId: team,
      athleteId: "copy.athlete",
      name,
      searchName: `source."searchName" || ' ' || copy.number`,
      identifier: `'COPY-' || copy.number`,
      lastAssessmentId: copied("lastAssessmentId"),
    },
    one: "copy.athlete",
  },
];

const columnsSchema = z.array(z.object({ column_name: z.string() }));

async function copy({ table, by, own, one, where = "TRUE" }: Step): Promise<void> {
  const columns = columnsSchema
    .parse(
      await database().$queryRaw`
        SELECT column_name::text FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ${table}`,
    )
    .map(({ column_name }) => column_name);
  const values = columns.map((column) => own[column] ?? `source."${column}"`);
  const source =
    by === "assessmentId"
      ? `"${table}" source JOIN "Assessment" assessment ON assessment."id" = source."assessmentId"
         JOIN "bench_copy" copy ON copy.template = assessment."athleteId"`
      : `"${table}" source JOIN "bench_copy" copy ON copy.template = source."${by}"`;
  const insert = `
    INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(", ")})
    SELECT ${one ? `DISTINCT ON (${one})` : ""} ${values.join(", ")} FROM ${source} WHERE ${where}
  `;
  // What is copied was checked when it was first written: as on a replica, no trigger looks at it again.
  await database().$transaction([
    database().$executeRawUnsafe("SET LOCAL session_replication_role = replica"),
    database().$executeRawUnsafe(insert),
  ]);
}
