import "server-only";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { dataFolder, type Environment } from "@/lib/env";
import { log } from "@/lib/log";
import { lockFolder } from "./folder-lock";

export type DatabaseAdapter = PrismaPg | PrismaPGlite;

/**
 * PostgreSQL where `DATABASE_URL` is set, else PGlite in `DATA_DIR`.
 * Only one process may hold the PGlite folder at a time: throws where another does.
 */
export function createAdapter(env: Pick<Environment, "DATABASE_URL" | "DATABASE_POOL_SIZE" | "DATA_DIR">): DatabaseAdapter {
  if (env.DATABASE_URL) return createPostgresAdapter(env.DATABASE_URL, env.DATABASE_POOL_SIZE);
  return new PrismaPGlite(embeddedDatabase(env));
}

declare global {
  var marchaEmbedded: PGlite | undefined;
}

/** The PGlite in `DATA_DIR`, opened once in this process: Prisma and the queue share its one connection. */
export function embeddedDatabase(env: Pick<Environment, "DATA_DIR">): PGlite {
  globalThis.marchaEmbedded ??= openFolder(env);
  return globalThis.marchaEmbedded;
}

function openFolder(env: Pick<Environment, "DATA_DIR">): PGlite {
  const data = dataFolder(env);
  const folder = path.join(data, "pglite");
  lockFolder(data);
  mkdirSync(folder, { recursive: true });
  // Health data: for this user's eyes only, whatever the umask.
  chmodSync(data, 0o700);
  return new PGlite(folder);
}

/** Nothing waits for ever: not for a connection, not for an answer, and no forgotten transaction keeps its locks. */
const patience = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 60_000,
  idle_in_transaction_session_timeout: 60_000,
  keepAlive: true,
};

/**
 * PostgreSQL would compile each statement about many people before it runs it, which takes longer than it saves. And the driver
 * hands over moments without their zone, and takes what comes for UTC: whatever zone the server was set up in, that is the connection's.
 */
const settings = "-c jit=off -c TimeZone=UTC";

/** A `schema` parameter in the URL names the PostgreSQL schema to work in. */
export function createPostgresAdapter(url: string, poolSize: number): PrismaPg {
  const { connection, schema } = connectionTo(url);
  // A connection that breaks while nobody uses it is replaced by the next request; it must not end the process.
  const onPoolError = () => log.warn("a connection to the database was lost");
  return new PrismaPg({ ...connection, max: poolSize, ...patience }, { schema, onPoolError, statementNameGenerator: nameOf });
}

/** What the address says of settings comes after ours, not in their place. */
function connectionTo(url: string): { connection: { connectionString: string; options: string }; schema: string | undefined } {
  const address = new URL(url);
  const schema = address.searchParams.get("schema") ?? undefined;
  const theirs = address.searchParams.get("options");
  if (theirs === null) return { connection: { connectionString: url, options: settings }, schema };
  address.searchParams.delete("options");
  return { connection: { connectionString: address.href, options: `${settings} ${theirs}` }, schema };
}

/**
 * PostgreSQL plans a statement that has a name once for each connection. What has no arguments has no name: it may be a
 * script, which only goes through whole where it is not prepared.
 */
function nameOf({ sql, args }: { sql: string; args: readonly unknown[] }): string {
  if (args.length === 0) return "";
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = createHash("sha256").update(sql).digest("base64url").slice(0, 32);
  if (names.size >= mostNames) names.clear();
  names.set(sql, name);
  return name;
}

/** By statement: most are asked again and again, and hashing a long text takes time. */
const names = new Map<string, string>();
const mostNames = 200;

/** Migrations may take long, and wait for others' locks only so long that nobody waits for them. */
export function createMigrationAdapter(env: Pick<Environment, "DATABASE_URL" | "DATA_DIR">): DatabaseAdapter {
  if (!env.DATABASE_URL) return new PrismaPGlite(embeddedDatabase(env));
  const { connection, schema } = connectionTo(env.DATABASE_URL);
  return new PrismaPg({ ...connection, max: 2, lock_timeout: 20_000 }, { schema });
}

/** An empty PostgreSQL in memory, for tests. */
export function createMemoryAdapter(): PrismaPGlite {
  return new PrismaPGlite(new PGlite());
}
