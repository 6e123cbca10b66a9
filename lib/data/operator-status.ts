import "server-only";
import { z } from "zod";
import { database } from "./database";

export type OperatorStatus = {
  databaseVersion: string;
  connections: number;
  /** The newest migration and when it was applied. */
  migration: string | null;
  waitingJobs: number;
  failedJobs: number;
  runningImports: number;
};

const rowSchema = z.tuple([
  z.object({
    version: z.string(),
    connections: z.number().int(),
    migration: z.string().nullable(),
    waiting: z.number().int(),
    failed: z.number().int(),
    imports: z.number().int(),
  }),
]);

/** How the database and the queue do: counts, and nothing of anybody. For the operator's page only, which asks for its token first. */
export async function readOperatorStatus(): Promise<OperatorStatus> {
  const rows = await database().$queryRaw`
    SELECT current_setting('server_version') AS version,
      (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()) AS connections,
      (SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name DESC LIMIT 1) AS migration,
      (SELECT count(*)::int FROM pgboss.job WHERE state IN ('created', 'retry')) AS waiting,
      (SELECT count(*)::int FROM pgboss.job WHERE state = 'failed') AS failed,
      (SELECT count(*)::int FROM "Import" WHERE status IN ('checking', 'running')) AS imports`;
  const [{ version, connections, migration, waiting, failed, imports }] = rowSchema.parse(rows);
  return { databaseVersion: version, connections, migration, waitingJobs: waiting, failedJobs: failed, runningImports: imports };
}
