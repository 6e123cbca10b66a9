import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { request as ask } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { Client } from "pg";
import { startPostgres } from "@/bench/postgres";
import { sessionCookie } from "@/bench/session-cookie";
import { MarchaServer } from "../server";
import { readWorld, type SeededWorld, worldVariable } from "../world";
import { judge, type Person } from "./judge";
import { type Fuzzed, requests } from "./requests";

// npm run fuzz: 100,000 requests with nonsense in them to everything that answers, as a visitor and as people who may and may not;
// -- 2000 for fewer, -- seed=7 for the same ones again. Over the last build and a PostgreSQL of its own, on this machine alone.

const given = process.argv.slice(2);
const wanted = Number(given.find((each) => /^\d+$/.test(each)) ?? 100_000);
const seed = Number(given.find((each) => each.startsWith("seed="))?.slice(5) ?? randomBytes(4).readUInt32LE());
const say = (text: string) => process.stdout.write(`${text}\n`);
const port = 3560;
const together = 8;

Object.assign(process.env, { API_RATE_LIMIT: "1000000", API_RATE_LIMIT_ANONYMOUS: "1000000" });
const folder = mkdtempSync(path.join(tmpdir(), "marcha-fuzz-"));
const postgres = startPostgres();
const databaseUrl = postgres.database("fuzz");
const secret = randomBytes(32).toString("hex");
const server = new MarchaServer({ port, dataFolder: folder, databaseUrl, logFile: path.join(folder, "server.log"), secret });
const findings = new Map<string, string>();
const answers = new Map<number, number>();
let sent = 0;

try {
  server.migrate();
  const worldFile = path.join(folder, "world.json");
  server.script("e2e/seed-world.ts", worldFile);
  process.env[worldVariable] = worldFile;
  await server.start();
  const world = readWorld();
  const people = await everybody(world);
  say(`${wanted} requests, seed ${seed}`);
  const begun = performance.now();
  const size = 2_000;
  for (let batch = 0; sent < wanted; batch++) {
    const fuzzed = fc.sample(requests(world), { numRuns: Math.min(size, wanted - sent), seed: seed + batch });
    await Promise.all(Array.from({ length: together }, (_, worker) => work(fuzzed, people, worker)));
    if (batch % 5 === 4) say(`  ${sent} sent, ${findings.size} findings, ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }
  const alive = await fetch(`${server.url}/api/health`);
  if (!alive.ok) findings.set("the server", "is not well afterwards");
} finally {
  await server.stop();
  postgres.stop();
  if (findings.size === 0) rmSync(folder, { recursive: true, force: true });
}
const counts = [...answers].toSorted(([one], [other]) => one - other).map(([status, count]) => `${count} × ${status}`);
say(`${sent} requests: ${counts.join(", ")}`);
for (const [where, how] of findings) say(`\n${where}\n  ${how}`);
say(findings.size === 0 ? "Nothing was found." : `${findings.size} findings; the log is in ${folder}`);
process.exit(findings.size === 0 ? 0 : 1);

async function work(fuzzed: readonly Fuzzed[], people: readonly Person[], worker: number): Promise<void> {
  for (let index = worker; index < fuzzed.length; index += together) {
    const [each, person] = [fuzzed[index], people[index % people.length]];
    if (!each || !person) continue;
    const begun = performance.now();
    const how = await send(each, person)
      .then(({ response, text }) => {
        answers.set(response.status, (answers.get(response.status) ?? 0) + 1);
        return judge(server.url, person, each, response, text, (performance.now() - begun) / 1000);
      })
      .catch((error: unknown) => `no answer: ${error instanceof Error ? error.message : ""}`);
    sent++;
    if (how) findings.set(`${each.what}: ${how}`, `as ${person.name}: ${JSON.stringify(each).slice(0, 1_500)}`);
  }
}

/** By Node's own client: fetch refuses to say what others may. */
function send(each: Fuzzed, { cookie, token }: Person): Promise<{ response: Response; text: string }> {
  return new Promise((resolve, reject) => {
    const usual = { ...(token && each.path.startsWith("/api/v1") && { authorization: `Bearer ${token}` }), host: `localhost:${port}` };
    const own = [each.headers.cookie, cookie].filter(Boolean).join("; ");
    const headers = { ...usual, ...each.headers, ...(own && { cookie: own }) };
    const outgoing = ask({ host: "127.0.0.1", port, method: each.method, path: each.path, headers, timeout: 25_000 }, (incoming) => {
      const pieces: Buffer[] = [];
      incoming.on("data", (piece: Buffer) => pieces.push(piece));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const known = Object.entries(incoming.headers).flatMap(([name, value]) =>
          [value ?? []].flat().map((one) => [name, one] as [string, string]),
        );
        resolve({
          response: new Response(null, { status: Math.max(200, incoming.statusCode ?? 599), headers: known }),
          text: Buffer.concat(pieces).toString(),
        });
      });
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error("nothing within 25 s")));
    outgoing.on("error", reject);
    outgoing.end(each.body ?? undefined);
  });
}

/** A visitor, and people of the walk: one whom nobody knows, the athlete, and the team's owner. */
async function everybody(world: SeededWorld): Promise<Person[]> {
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
