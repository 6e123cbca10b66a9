import "server-only";
import { type RatePolicy, type Spending, spend } from "@/lib/data/rate-limits";
import { environment } from "@/lib/env";
import { Problem } from "./problem";

// How much may be asked, and what is said of it (draft-ietf-httpapi-ratelimit-headers: RateLimit and RateLimit-Policy).

const minute = 60;

const policies = () => ({
  person: { name: "person", points: environment().API_RATE_LIMIT, seconds: minute } satisfies RatePolicy,
  address: { name: "address", points: environment().API_RATE_LIMIT_ANONYMOUS, seconds: minute } satisfies RatePolicy,
});

/** Who is counted: a person, with however many tokens, or the address of who has none. */
export type Counted = { kind: "person" | "address"; key: string };

/** Counts a request, or so many. The headers say what is left; throws the problem where nothing is. */
export async function count({ kind, key }: Counted, points = 1): Promise<Headers> {
  const spending = await spend(key, points, policies()[kind]);
  const headers = headersOf(spending);
  if (spending.allowed) return headers;
  headers.set("Retry-After", String(spending.resetSeconds));
  throw new Problem("too_many_requests", {
    detail: `Try again in ${spending.resetSeconds} s.`,
    headers: Object.fromEntries(headers),
  });
}

function headersOf({ policy, remaining, resetSeconds }: Spending): Headers {
  return new Headers({
    "RateLimit-Policy": `"${policy.name}";q=${policy.points};w=${policy.seconds}`,
    RateLimit: `"${policy.name}";r=${remaining};t=${resetSeconds}`,
  });
}
