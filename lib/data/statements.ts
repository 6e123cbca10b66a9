import "server-only";
import { ColumnTypeEnum, type SqlDriverAdapter, type SqlQuery, type SqlResultSet } from "@prisma/driver-adapter-utils";
import { Prisma } from "./generated/client";

// Statements in SQL, without Prisma's engine between them and the adapter: what it does for each costs more than some of them take.

/** What runs statements in SQL: Prisma's client, a transaction of it, or {@link inStatements}. */
export type Statements = {
  $queryRaw(sql: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): PromiseLike<unknown>;
  $executeRaw(sql: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): PromiseLike<number>;
};

/**
 * Runs `work` in a transaction over a connection that Prisma uses too: what it resolves with is committed, and nothing is where
 * it throws. Dates come as dates, documents as the text they are.
 */
export async function inStatements<Outcome>(
  connection: SqlDriverAdapter,
  work: (statements: Statements) => PromiseLike<Outcome>,
): Promise<Outcome> {
  const transaction = await connection.startTransaction();
  const refusals: unknown[] = [];
  const noted = (refusal: unknown): never => {
    refusals.push(refusal);
    throw refusal;
  };
  // PGlite's adapter ends the transaction when it is told; PostgreSQL's wants the statement first, and then lets its connection go.
  const end = async (sql: string) => {
    if (!transaction.options.usePhantomQuery) await transaction.executeRaw({ sql, args: [], argTypes: [] });
  };
  try {
    const outcome = await work({
      $queryRaw: async (sql, ...values) => rowsOf(await transaction.queryRaw(queryOf(sql, values)).catch(noted)),
      $executeRaw: (sql, ...values) => transaction.executeRaw(queryOf(sql, values)).catch(noted),
    });
    // PostgreSQL ends a transaction in which a statement was refused without a word, even when it is told to keep it.
    if (refusals.length > 0) throw refusals[0];
    await end("COMMIT");
    await transaction.commit();
    return outcome;
  } catch (error) {
    // What went wrong first is what the caller is told.
    await end("ROLLBACK").catch(() => {});
    await transaction.rollback().catch(() => {});
    throw error;
  }
}

function queryOf(sql: TemplateStringsArray | Prisma.Sql, values: readonly unknown[]): SqlQuery {
  const { text, values: args } = sql instanceof Prisma.Sql ? sql : Prisma.sql(sql, ...values);
  return { sql: text, args, argTypes: args.map((arg) => ({ scalarType: "unknown", arity: Array.isArray(arg) ? "list" : "scalar" })) };
}

const dates = new Set<number>([ColumnTypeEnum.Date, ColumnTypeEnum.DateTime]);

function rowsOf({ columnNames, columnTypes, rows }: SqlResultSet): Record<string, unknown>[] {
  const read = (value: unknown, type: number | undefined) =>
    typeof value === "string" && type !== undefined && dates.has(type) ? new Date(value) : value;
  return rows.map((row) => Object.fromEntries(columnNames.map((name, index) => [name, read(row[index], columnTypes[index])])));
}
