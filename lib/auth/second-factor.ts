import "server-only";
import { takeRecoveryCode } from "@/lib/data/second-factors";
import { forgetFailures, reserveAttempt } from "@/lib/data/throttle";
import type { Viewer } from "@/lib/data/viewer";
import { authenticatorCodeIsRight } from "./authenticator";
import { hashOfRecoveryCode, looksLikeRecoveryCode } from "./recovery-codes";

/** Whether the code is of the viewer's app or a recovery code of theirs. Attempts count as at sign-in, apart from those at the password. */
export async function secondFactorIsRight(viewer: Viewer, typed: string, now = new Date()): Promise<boolean> {
  const counted = `second factor of ${viewer.userId}`;
  if (!(await reserveAttempt(counted, now))) return false;
  const right = looksLikeRecoveryCode(typed)
    ? await takeRecoveryCode(viewer, hashOfRecoveryCode(viewer.userId, typed))
    : await authenticatorCodeIsRight(viewer, typed, { confirmed: true });
  if (right) await forgetFailures(counted);
  return right;
}
