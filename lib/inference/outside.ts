import "server-only";
import type { OutsideRange } from "./prediction";

/**
 * What to say of a value outside a range, and the range it is outside of: all training people's where none was like it, else that of
 * most of them. Of an older stored answer only the latter is known, and only that is said.
 */
export function exceededRange({ degree, p05, p95, min, max }: OutsideRange): { degree: OutsideRange["degree"]; low: number; high: number } {
  if (degree === "unseen" && min !== undefined && max !== undefined) return { degree, low: min, high: max };
  return { degree: "unusual", low: p05, high: p95 };
}
