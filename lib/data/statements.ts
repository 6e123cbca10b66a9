import "server-only";
import { ColumnTypeEnum, type SqlDriverAdapter, type SqlQuery, type SqlQueryable, type SqlResultSet } from "@prisma/driver-adapter-utils";
import { z } from "zod";
import { Prisma } from "./generated/client";

// Statements in SQL, without Prisma's engine between them and the adapter: what it does for each costs more than some of them take.

/** What runs statements in SQL: Prisma's client, a transaction of it, or these. */
export type Statements = {
  $queryRaw(sql: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): PromiseLike<unknown>;
  $executeRaw(sql: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): PromiseLike<number>;
};

/** Runs each statement over a connection that Prisma uses too. Dates come as dates, documents as the text they are: {@link documentOf}. */
export function statementsOver(connection: SqlQueryable): Statements {
  return {
    $queryRaw: async (sql, ...values) => rowsOf(await connection.queryRaw(queryOf(sql, values))),
    $executeRaw: (sql, ...values) => connection.executeRaw(queryOf(sql, values)),
  };
}

/** A document that comes as text is read once; one that comes as JSON is read, written and read again on its way. */
export const documentOf = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);

/** Runs `work` in a transaction, as {@link statementsOver}: what it resolves with is committed, and nothing is where it throws. */
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
    const { $queryRaw, $executeRaw } = statementsOver(transaction);
    const outcome = await work({
      $queryRaw: (sql, ...values) => $queryRaw(sql, ...values).then(undefined, noted),
      $executeRaw: (sql, ...values) => $executeRaw(sql, ...values).then(undefined, noted),
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
