import "server-only";
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from "@prisma/driver-adapter-utils";
import { noteUnreachable } from "./unavailable";

/**
 * The same adapter, whose errors say which rule was broken and never with what: PostgreSQL answers a refused row with its
 * content ("Failing row contains …"), and whoever prints the error would print somebody's notes.
 */
export function guardErrors(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => guardConnection(await clean(factory.connect())),
  };
}

function guardConnection(connection: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: (query) => clean(connection.queryRaw(query)),
    executeRaw: (query) => clean(connection.executeRaw(query)),
    executeScript: (script) => clean(connection.executeScript(script)),
    startTransaction: async (isolation) => guardTransaction(await clean(connection.startTransaction(isolation))),
    getConnectionInfo: () => connection.getConnectionInfo?.() ?? { supportsRelationJoins: false },
    dispose: () => clean(connection.dispose()),
  };
}

function guardTransaction(transaction: Transaction): Transaction {
  const { createSavepoint, rollbackToSavepoint, releaseSavepoint } = transaction;
  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    options: transaction.options,
    queryRaw: (query) => clean(transaction.queryRaw(query)),
    executeRaw: (query) => clean(transaction.executeRaw(query)),
    commit: () => clean(transaction.commit()),
    rollback: () => clean(transaction.rollback()),
    ...(createSavepoint && { createSavepoint: (name: string) => clean(createSavepoint.call(transaction, name)) }),
    ...(rollbackToSavepoint && { rollbackToSavepoint: (name: string) => clean(rollbackToSavepoint.call(transaction, name)) }),
    ...(releaseSavepoint && { releaseSavepoint: (name: string) => clean(releaseSavepoint.call(transaction, name)) }),
  };
}

async function clean<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer;
  } catch (error) {
    noteUnreachable(error);
    throw withoutContent(error);
  }
}

/** What an error's cause may keep: which rule and where. Everything else may repeat what was to be stored. */
const kept = new Set(["kind", "originalCode", "code", "severity", "column", "table", "constraint", "db", "host", "port", "user", "id"]);

function withoutContent(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const cause = typeof error.cause === "object" && error.cause !== null ? error.cause : {};
  const rule = Object.fromEntries(Object.entries(cause).map(([key, value]) => [key, kept.has(key) ? value : withoutText(value)]));
  const kind = "kind" in rule && typeof rule.kind === "string" ? rule.kind : "unknown";
  // Prisma knows an adapter's error by its name and reads its cause; a new one leaves the old text, stack and detail behind.
  const cleaned = new Error(`the database refused (${code ?? rule.originalCode ?? kind})`, "kind" in rule ? { cause: rule } : {});
  cleaned.name = error.name;
  return code === undefined ? cleaned : Object.assign(cleaned, { code });
}

const withoutText = (value: unknown): unknown => (typeof value === "string" ? "" : undefined);
