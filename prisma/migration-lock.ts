import { PrismaPg } from "@prisma/adapter-pg";

/** Any number, the same in every release. */
const key = 7_265_110_642;

/**
 * Runs the work while nobody else runs theirs on the same PostgreSQL, from whichever machine: the second waits for the first, and
 * then finds nothing left to do. An advisory lock of a session that is held open; it goes with the process, however that ends.
 * PGlite has one process anyhow.
 */
export async function alone<T>(url: string | undefined, work: () => Promise<T>): Promise<T> {
  if (!url) return work();
  const connection = await new PrismaPg({ connectionString: url, max: 1, idleTimeoutMillis: 0 }).connect();
  try {
    await connection.executeRaw({ sql: `SELECT 1 FROM pg_advisory_lock(${key})`, args: [], argTypes: [] });
    return await work();
  } finally {
    await connection.dispose();
  }
}
