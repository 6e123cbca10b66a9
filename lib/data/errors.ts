import "server-only";
import { Prisma } from "./generated/client";

/** Database error codes by name (Prisma's reference of errors). */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
