import { randomBytes } from "node:crypto";
import { request as ask } from "node:http";
import fc from "fast-check";
import { withFuzzedServer } from "./fuzzed-server";
import { judge, type Person } from "./judge";
import { everybody } from "./people";
import { type Fuzzed, requests } from "./requests";

// npm run fuzz: 100,000 requests with nonsense in them to everything that answers, as a visitor and as people who may and may not;
// -- 2000 for fewer, -- seed=7 for the same ones again. Over the last build and a PostgreSQL of its own, on this machine alone.

const given = process.argv.slice(2);
const wanted = Number(given.find((each) => /^\d+$/.test(each)) ?? 100_000);
const seed = Number(given.find((each) => each.startsWith("seed="))?.slice(5) ?? randomBytes(4).readUInt32LE());
const say = (text: string) => process.stdout.write(`${text}\n`);
const together = 8;

const findings = new Map<string, string>();
const answers = new Map<number, number>();
let sent = 0;

await withFuzzedServer(async (fuzzedServer) => {
  const { server, port, world, logFile } = fuzzedServer;
  const people = await everybody(fuzzedServer);
  say(`${wanted} requests, seed ${seed}`);
  const begun = performance.now();
  const size = 2_000;
  for (let batch = 0; sent < wanted; batch++) {
    const fuzzed = fc.sample(requests(world), { numRuns: Math.min(size, wanted - sent), seed: seed + batch });
    await Promise.all(Array.from({ length: together }, (_, worker) => work({ port, url: server.url }, fuzzed, people, worker)));
    if (batch % 5 === 4) say(`  ${sent} sent, ${findings.size} findings, ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }
  const alive = await fetch(`${server.url}/api/health`);
  if (!alive.ok) findings.set("the server", "is not well afterwards");
  const counts = [...answers].toSorted(([one], [other]) => one - other).map(([status, count]) => `${count} × ${status}`);
  say(`${sent} requests: ${counts.join(", ")}`);
  for (const [where, how] of findings) say(`\n${where}\n  ${how}`);
  say(findings.size === 0 ? "Nothing was found." : `${findings.size} findings; the server's log is ${logFile}`);
  return findings.size > 0;
});
process.exit(findings.size === 0 ? 0 : 1);

type Site = { readonly port: number; readonly url: string };

async function work(site: Site, fuzzed: readonly Fuzzed[], people: readonly Person[], worker: number): Promise<void> {
  for (let index = worker; index < fuzzed.length; index += together) {
    const [each, person] = [fuzzed[index], people[index % people.length]];
    if (!each || !person) continue;
    const begun = performance.now();
    const how = await send(site.port, each, person)
      .then(({ response, text }) => {
        answers.set(response.status, (answers.get(response.status) ?? 0) + 1);
        return judge(site.url, person, each, response, text, (performance.now() - begun) / 1000);
      })
      .catch((error: unknown) => `no answer: ${error instanceof Error ? error.message : ""}`);
    sent++;
    if (how) findings.set(`${each.what}: ${how}`, `as ${person.name}: ${JSON.stringify(each).slice(0, 1_500)}`);
  }
}

/** By Node's own client: fetch refuses to say what others may. */
function send(port: number, each: Fuzzed, person: Person): Promise<{ response: Response; text: string }> {
  const { cookie, token } = person;
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
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      // A connection that the server closed for its idleness just as it was taken again.
      if (outgoing.reusedSocket && error.code === "ECONNRESET") resolve(send(port, each, person));
      else reject(error);
    });
    outgoing.end(each.body ?? undefined);
  });
}
