import "server-only";
import { takeRecoveryCode } from "@/lib/data/second-factors";
import { traceRefusedFactor } from "@/lib/data/sign-ins";
import { forgetFailures, reserveAttempt } from "@/lib/data/throttle";
import type { Viewer } from "@/lib/data/viewer";
import { log } from "@/lib/log";
import { authenticatorCodeIsRight } from "./authenticator";
import { hashOfRecoveryCode, looksLikeRecoveryCode } from "./recovery-codes";

/** `locked`: it was wrong so often that no code is looked at for a while, which the person has to hear of. */
export type FactorAnswer = "right" | "wrong" | "locked";

/**
 * Whether the code is of the viewer's app or a recovery code of theirs. Attempts count as at sign-in, apart from those at the
 * password, and each lock is twice as long as the one before: who comes so far knows the password, and could go on guessing for ever.
 */
export async function checkSecondFactor(viewer: Viewer, typed: string, now = new Date()): Promise<FactorAnswer> {
  const counted = `second factor of ${viewer.userId}`;
  const { allowed, locks } = await reserveAttempt(counted, now, { grows: true });
  if (!allowed) return refuse("wrong");
  const right = looksLikeRecoveryCode(typed)
    ? await takeRecoveryCode(viewer, hashOfRecoveryCode(viewer.userId, typed))
    : await authenticatorCodeIsRight(viewer, typed, { confirmed: true });
  if (right) {
    await forgetFailures(counted);
    return "right";
  }
  await traceRefusedFactor(viewer.userId, { locked: locks });
  return refuse(locks ? "locked" : "wrong");
}

function refuse(answer: Exclude<FactorAnswer, "right">): FactorAnswer {
  log.warn({ locked: answer === "locked" }, "a second factor was refused");
  return answer;
}
