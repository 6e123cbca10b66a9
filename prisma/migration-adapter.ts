import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import type { DatabaseAdapter } from "@/lib/data/adapter";

/** Columns of PostgreSQL's catalogue, as the schema engine asks for them, of a type that Prisma's adapter cannot read. */
const charColumns = /\bconstr\.contype(?= AS\b)|\bcon\.conf(?:del|upd)type\b/g;

/**
 * The adapter as migrations need it: a script goes to PostgreSQL whole, where Prisma's adapter would cut it at every
 * semicolon and so through the body of a function, and the catalogue comes back in types that the adapter can read.
 */
export function forMigrations(adapter: DatabaseAdapter): SqlMigrationAwareDriverAdapterFactory {
  if (!(adapter instanceof PrismaPg)) return adapter;
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: async () => sendWhole(await adapter.connect()),
    connectToShadowDb: async () => sendWhole(await adapter.connectToShadowDb()),
  };
}

/** The engine wants those columns as single characters, as they were before they were read as text. */
function withCharacters(result: SqlResultSet): SqlResultSet {
  const characters = new Set(["constraint_type", "confdeltype", "confupdtype"]);
  const columnTypes = result.columnTypes.map((type, index) =>
    characters.has(result.columnNames[index] ?? "") ? ColumnTypeEnum.Character : type,
  );
  return { ...result, columnTypes };
}

function sendWhole(connection: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: async (query) => {
      const sql = query.sql.replace(charColumns, "$&::text");
      return sql === query.sql ? connection.queryRaw(query) : withCharacters(await connection.queryRaw({ ...query, sql }));
    },
    executeRaw: (query) => connection.executeRaw(query),
    // Without arguments the driver uses the simple protocol, which takes several statements, all or nothing.
    executeScript: async (script) => {
      await connection.executeRaw({ sql: script, args: [], argTypes: [] });
    },
    startTransaction: (isolation) => connection.startTransaction(isolation),
    getConnectionInfo: () => connection.getConnectionInfo?.() ?? { supportsRelationJoins: false },
    dispose: () => connection.dispose(),
  };
}
