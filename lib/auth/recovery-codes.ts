import { createHmac, randomInt } from "node:crypto";
import { serverSecret } from "@/lib/env";

/** Without letters and digits that are read for one another. */
const alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const [groups, lettersEach, count] = [4, 4, 10];

/** Ten codes of 79 bits each to write down, as XXXX-XXXX-XXXX-XXXX, and what is kept of them. */
export function newRecoveryCodes(userId: string): { codes: string[]; hashes: string[] } {
  const letter = () => alphabet[randomInt(alphabet.length)] ?? "";
  const group = () => Array.from({ length: lettersEach }, letter).join("");
  const codes = Array.from({ length: count }, () => Array.from({ length: groups }, group).join("-"));
  return { codes, hashes: codes.map((code) => hashOfRecoveryCode(userId, code)) };
}

/** Whether a person typed a recovery code rather than six digits of an app. */
export const looksLikeRecoveryCode = (typed: string): boolean => normal(typed).length === groups * lettersEach;

export function hashOfRecoveryCode(userId: string, typed: string): string {
  return createHmac("sha256", serverSecret())
    .update(`${userId} ${normal(typed)}`)
    .digest("base64url");
}

const normal = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
