import "server-only";
import { type RatePolicy, spend } from "@/lib/data/rate-limits";

const hour = 60 * 60;
const day = 24 * hour;

/**
 * What one asker may have sent to one address: enough for somebody who cannot find the letter. All askers together fill no inbox,
 * and it takes many of them to use that up.
 */
const limits = [
  { of: "asker", name: "letters-asker-hour", points: 5, seconds: hour },
  { of: "asker", name: "letters-asker-day", points: 10, seconds: day },
  { of: "address", name: "letters-address-day", points: 60, seconds: day },
] as const satisfies readonly (RatePolicy & { of: string })[];

/** How many letters one client may ask for, to whatever addresses. */
const clientLimit: RatePolicy = { name: "letters-client", points: 30, seconds: hour };

/** Counts a letter to an address that an asker, a client or a person, wants sent. What an asker may not have counts for nobody else. */
export async function mayWrite(address: string, asker: string): Promise<boolean> {
  for (const { of, ...policy } of limits) {
    if (!(await spend(of === "asker" ? `${address} ${asker}` : address, 1, policy)).allowed) return false;
  }
  return true;
}

/** Counts what a client wants sent, whatever the address. */
export async function mayAskForLetters(client: string): Promise<boolean> {
  return (await spend(client, 1, clientLimit)).allowed;
}
