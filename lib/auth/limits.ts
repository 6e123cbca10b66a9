import "server-only";
import { spend } from "@/lib/data/rate-limits";
import { environment } from "@/lib/env";

const quarter = 15 * 60;
const hour = 60 * 60;

/**
 * How often one client may try, beside what is counted per address: many for a clinic behind one connection, few for who tries
 * passwords of one address after another.
 */
const policies = {
  signIn: { points: 60, seconds: quarter },
  signUp: { points: 20, seconds: hour },
  confirm: { points: 60, seconds: quarter },
  status: { points: 20, seconds: quarter },
  passkey: { points: 60, seconds: quarter },
} as const;

export type LimitedAttempt = keyof typeof policies;

/** Counts an attempt of a client, for all instances together, and says whether it may be. */
export async function mayTry(what: LimitedAttempt, client: string): Promise<boolean> {
  const { points, seconds } = policies[what];
  const allowed = Math.round(points * environment().RATE_LIMIT_FACTOR);
  return (await spend(client, 1, { name: `client-${what}`, points: allowed, seconds })).allowed;
}
