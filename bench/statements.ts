import type { SqlDriverAdapter, SqlQuery, Transaction } from "@prisma/driver-adapter-utils";
import { z } from "zod";
import type { DatabaseAdapter } from "@/lib/data/adapter";
import { createDatabase } from "@/lib/data/database";

export type Statements = {
  /** What `work` asks of the database, in order; the beginning and end of transactions apart. */
  readonly of: (work: () => Promise<unknown>) => Promise<readonly SqlQuery[]>;
  /** PostgreSQL's plan of a statement, as JSON. */
  readonly explain: (query: SqlQuery) => Promise<string>;
};

/** Opens the database anew over the same adapter, and listens. */
export async function listen(adapter: DatabaseAdapter): Promise<Statements> {
  const heard: SqlQuery[] = [];
  const connection = await adapter.connect();
  const connect = async () => overheard(connection, heard);
  globalThis.marchaDatabase = createDatabase(Object.assign(adapter, { connect }));
  return {
    of: async (work) => {
      heard.length = 0;
      await work();
      return heard.filter(({ sql }) => !/^(BEGIN|COMMIT|ROLLBACK)\b/.test(sql));
    },
    explain: async (query) => {
      const { rows } = await connection.queryRaw({ ...query, sql: `EXPLAIN (FORMAT JSON) ${query.sql}` });
      return z.string().parse(rows[0]?.[0]);
    },
  };
}

function overheard<Queries extends SqlDriverAdapter | Transaction>(target: Queries, heard: SqlQuery[]): Queries {
  return new Proxy(target, {
    get(each, name) {
      const value: unknown = Reflect.get(each, name);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        if (name === "queryRaw" || name === "executeRaw") heard.push(given[0] as SqlQuery);
        const answer: unknown = value.apply(each, given);
        return name === "startTransaction" && answer instanceof Promise ? answer.then((one) => overheard(one, heard)) : answer;
      };
    },
  });
}
