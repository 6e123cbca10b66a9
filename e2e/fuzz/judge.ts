import { secrets } from "@/lib/data/permission-walk/roles";
import type { Fuzzed } from "./requests";

export type Person = {
  readonly name: string;
  readonly cookie: string;
  readonly token: string | null;
  readonly mayNotKnow: readonly (keyof typeof secrets)[];
};

const insides = /\n\s+at [^\n]+:\d+:\d+|node_modules\/|PrismaClient|Invalid `|SELECT "public"|relation "[A-Z]|\/server\/chunks\//;

/** What is wrong with an answer; null where nothing is. */
export function judge(site: string, person: Person, { path }: Fuzzed, response: Response, text: string, seconds: number): string | null {
  const { status, headers } = response;
  if (status >= 500 && status !== 503) return `answered ${status}`;
  if (insides.test(text)) return "tells of its insides";
  for (const each of person.mayNotKnow) if (text.includes(secrets[each])) return `tells ${person.name} of somebody's ${each}`;
  const location = headers.get("location");
  if (location && new URL(location, site).origin !== new URL(site).origin) return "leads to another site";
  if (seconds > 20) return `took ${seconds.toFixed(0)} s`;
  return path === "" ? "has no path" : null;
}
