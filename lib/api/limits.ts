import "server-only";
import { type RatePolicy, type Spending, spend, spendAs } from "@/lib/data/rate-limits";
import { environment } from "@/lib/env";
import { Problem } from "./problem";

// How much may be asked, and what is said of it (draft-ietf-httpapi-ratelimit-headers: RateLimit and RateLimit-Policy).

type Said = Readonly<Record<string, string>>;

const minute = 60;

/** Of a person, with however many tokens. */
export const personPolicy = (): RatePolicy => ({ name: "person", points: environment().API_RATE_LIMIT, seconds: minute });
const addressPolicy = (): RatePolicy => ({ name: "address", points: environment().API_RATE_LIMIT_ANONYMOUS, seconds: minute });

/** Counts as so many requests of a person. As {@link admit}. */
export async function countPerson(userId: string, points: number): Promise<Said> {
  return admit(await spendAs(userId, points, personPolicy()));
}

/** Counts as so many requests of the address of who has no token. As {@link admit}. */
export async function countAddress(address: string, points: number): Promise<Said> {
  return admit(await spend(address, points, addressPolicy()));
}

/** The headers that say what is left of what was asked for; throws the problem where nothing is. */
export function admit(spending: Spending): Said {
  const headers = headersOf(spending);
  if (spending.allowed) return headers;
  throw new Problem("too_many_requests", {
    detail: `Try again in ${spending.resetSeconds} s.`,
    headers: { ...headers, "Retry-After": String(spending.resetSeconds) },
  });
}

function headersOf({ policy, remaining, resetSeconds }: Spending): Said {
  return {
    "RateLimit-Policy": `"${policy.name}";q=${policy.points};w=${policy.seconds}`,
    RateLimit: `"${policy.name}";r=${remaining};t=${resetSeconds}`,
  };
}
