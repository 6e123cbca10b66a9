import "server-only";
import { environment } from "@/lib/env";
import { createAdapter, type DatabaseAdapter } from "./adapter";
import { PrismaClient } from "./generated/client";

declare global {
  var marchaDatabase: PrismaClient | undefined;
}

/** The one connection pool of this process, opened on first use. On `globalThis`, for only one process and one client may hold PGlite. */
export function database(): PrismaClient {
  globalThis.marchaDatabase ??= createDatabase(createAdapter(environment()));
  return globalThis.marchaDatabase;
}

export function createDatabase(adapter: DatabaseAdapter): PrismaClient {
  return new PrismaClient({ adapter, log: [] });
}

/** True where the database answers. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await database().$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
