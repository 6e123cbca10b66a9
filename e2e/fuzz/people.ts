import { Client } from "pg";
import { sessionCookie } from "@/bench/session-cookie";
import type { FuzzedServer } from "./fuzzed-server";
import type { Person } from "./judge";

/** A visitor, and people of the walk: one whom nobody knows, the athlete, and the team's owner. */
export async function everybody({ databaseUrl, secret, world }: FuzzedServer): Promise<Person[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const signedIn = async (role: string): Promise<string> => {
    const { rows } = await client.query<{ id: string; version: number }>(
      'SELECT "id", "sessionVersion" AS version FROM "User" WHERE "email" = $1',
      [world.emails[role]],
    );
    const [{ id = "", version = 0 } = {}] = rows;
    return sessionCookie(id, secret, version);
  };
  const people: Person[] = [
    { name: "a visitor", cookie: "", token: null, mayNotKnow: ["athlete", "patient", "notes"] },
    { name: "a stranger", cookie: await signedIn("stranger"), token: null, mayNotKnow: ["athlete", "patient", "notes"] },
    { name: "the athlete", cookie: await signedIn("person"), token: null, mayNotKnow: ["patient"] },
    { name: "the owner", cookie: await signedIn("owner"), token: null, mayNotKnow: [] },
  ];
  await client.end();
  return people;
}
