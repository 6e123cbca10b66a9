import { fail, type Result, succeed } from "@/lib/result";
import { isCommonPassword } from "./common-password";
import { longestPassword, shortestPassword } from "./password";

export type PasswordProblem = "passwordShort" | "passwordLong" | "passwordCommon";
/** The count that the words of a problem need. */
export const passwordCounts: Readonly<Record<PasswordProblem, number>> = {
  passwordShort: shortestPassword,
  passwordLong: longestPassword,
  passwordCommon: 0,
};

/** A password that may be chosen, or what is wrong with it. `own` is what the person is called: name and address, as far as known. */
export function newPassword(value: unknown, own: readonly string[] = []): Result<string, PasswordProblem> {
  const length = typeof value === "string" ? [...value].length : 0;
  if (typeof value !== "string" || length < shortestPassword) return fail("passwordShort");
  if (length > longestPassword) return fail("passwordLong");
  return isCommonPassword(value, own) ? fail("passwordCommon") : succeed(value);
}
