import "server-only";
import { z } from "zod";
import { Prisma } from "./generated/client";

// Database errors by name: of Prisma's own statements (its reference of errors), and of those in SQL, of which it tells what
// the adapter called them, or the adapter itself does.

/** Whether a row like that is there already. */
export function isUniqueViolation(error: unknown): boolean {
  return isRefusal(error, "P2002", "UniqueConstraintViolation");
}

/** Whether two transactions waited for each other, and this one was ended for the other's sake. */
export function isWriteConflict(error: unknown): boolean {
  return isRefusal(error, "P2034", "TransactionWriteConflict");
}

function isRefusal(error: unknown, code: string, kind: string): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return refused.safeParse(error).data?.cause.kind === kind;
  return error.code === code || refusedInSql.safeParse(error.meta).data?.driverAdapterError.cause.kind === kind;
}

const refused = z.object({ cause: z.object({ kind: z.string() }) });
const refusedInSql = z.object({ driverAdapterError: refused });
