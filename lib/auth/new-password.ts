import { fail, type Result, succeed } from "@/lib/result";
import { longestPassword, shortestPassword } from "./password";

/** A password that may be chosen, or what is wrong with it and the count that its words need. */
export function newPassword(value: unknown): Result<string, { problem: "passwordShort" | "passwordLong"; count: number }> {
  const length = typeof value === "string" ? [...value].length : 0;
  if (typeof value !== "string" || length < shortestPassword) return fail({ problem: "passwordShort", count: shortestPassword });
  return length > longestPassword ? fail({ problem: "passwordLong", count: longestPassword }) : succeed(value);
}
