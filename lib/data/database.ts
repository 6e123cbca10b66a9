import "server-only";
import type { ITXClientDenyList } from "@prisma/client/runtime/client";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { environment } from "@/lib/env";
import { createAdapter, type DatabaseAdapter } from "./adapter";
import { Prisma, PrismaClient } from "./generated/client";
import { guardErrors } from "./guarded-adapter";
import { inStatements, type Statements, statementsOver } from "./statements";
import { marked } from "./unavailable";

declare global {
  var marchaDatabase: Database | undefined;
}

/** The one connection pool of this process, opened on first use. On `globalThis`, for only one process and one client may hold PGlite. */
export function database(): Database {
  globalThis.marchaDatabase ??= createDatabase(createAdapter(environment()));
  return globalThis.marchaDatabase;
}

/**
 * A client whose errors hold nothing of what was to be stored: not PostgreSQL's, and Prisma's own name no arguments. What is asked
 * or written often has `$statements` and `$inStatements`: {@link statementsOver} and {@link inStatements} over the client's own connections.
 */
export function createDatabase(adapter: DatabaseAdapter) {
  const guarded = guardErrors(adapter);
  const connected: { last?: SqlDriverAdapter } = {};
  const connect = async () => {
    connected.last = await guarded.connect();
    return connected.last;
  };
  const client = new PrismaClient({ adapter: { ...guarded, connect }, errorFormat: "minimal", log: [] });
  const connection = async () => {
    // Nothing where it is connected.
    await client.$connect();
    if (!connected.last) throw new Error("Prisma connected without asking its adapter");
    return connected.last;
  };
  const statements: Statements = {
    $queryRaw: async (...asked) =>
      statementsOver(await connection())
        .$queryRaw(...asked)
        .then(undefined, withoutArguments),
    $executeRaw: async (...asked) =>
      statementsOver(await connection())
        .$executeRaw(...asked)
        .then(undefined, withoutArguments),
  };
  return client.$extends({
    query: { $allOperations: ({ args, query }) => query(args).catch(withoutArguments) },
    client: {
      $statements: (): Statements => statements,
      $inStatements: async <Outcome>(work: (statements: Statements) => PromiseLike<Outcome>): Promise<Outcome> =>
        inStatements(await connection(), work).catch(withoutArguments),
    },
  });
}

export type Database = ReturnType<typeof createDatabase>;

/** The client inside a transaction; the one outside is one too. */
export type Transaction = Omit<Database, ITXClientDenyList | "$statements" | "$inStatements">;

/** Prisma's complaint about a wrong argument prints all of them; which one it was is in the types. */
function withoutArguments(error: unknown): never {
  if (!(error instanceof Prisma.PrismaClientValidationError)) throw marked(error);
  const cleaned = new Error("an argument of a query is not what its type says");
  cleaned.name = error.name;
  throw cleaned;
}

/** True where the database answers and has our tables. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await database().$queryRaw`SELECT 1 FROM "User" LIMIT 1`;
    return true;
  } catch {
    return false;
  }
}
