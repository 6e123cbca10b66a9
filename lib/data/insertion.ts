import "server-only";
import { Prisma } from "./generated/client";
import type { Statements } from "./statements";

// Rows of several tables in one statement: each asked for alone costs a way to the database and back, and Prisma's own writing
// of a statement whose parameters grow with its rows.

type Rows = {
  Assessment: Prisma.AssessmentCreateManyInput & { id: string; updatedAt: Date };
  Measurement: Prisma.MeasurementCreateManyInput;
  Prediction: Prisma.PredictionCreateManyInput & { id: string };
  AssessmentSummary: Prisma.AssessmentSummaryCreateManyInput;
  RosterEntry: Prisma.RosterEntryCreateManyInput & { updatedAt: Date };
};

/** SQL: the rows' insertion. All state the same columns; what they leave out the database knows. Throws where there are none. */
export function insertion<Table extends keyof Rows>(table: Table, rows: readonly Rows[Table][]): Prisma.Sql {
  const columns = quoted(...columnsOf(rows));
  return Prisma.sql`
    INSERT INTO ${quoted(table)} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${quoted(table)}, ${JSON.stringify(rows)}::jsonb)`;
}

/** SQL: as {@link insertion}; where there is a row of the same key, it becomes like the new one. */
export function replacement<Table extends keyof Rows>(
  table: Table,
  rows: readonly Rows[Table][],
  key: readonly (keyof Rows[Table] & string)[],
): Prisma.Sql {
  const columns = columnsOf(rows);
  const proposed = Prisma.raw(columns.map((column) => `EXCLUDED."${column}"`).join(", "));
  return Prisma.sql`
    ${insertion(table, rows)} ON CONFLICT (${quoted(...key)}) DO UPDATE SET (${quoted(...columns)}) = ROW (${proposed})`;
}

/** Runs statements that write, if any, as one: all see what was there before. */
export async function writeTogether(transaction: Statements, statements: readonly Prisma.Sql[]): Promise<void> {
  if (statements.length === 0) return;
  const named = statements.map((statement, index) => Prisma.sql`${quoted(`part ${index}`)} AS (${statement})`);
  await transaction.$executeRaw`WITH ${Prisma.join(named)} SELECT 1`;
}

function columnsOf(rows: readonly object[]): string[] {
  const [first] = rows;
  if (!first) throw new Error("no rows to insert");
  return Object.keys(first);
}

/** Only for what the code itself calls something. */
const quoted = (...names: readonly string[]): Prisma.Sql => Prisma.raw(names.map((name) => `"${name}"`).join(", "));
