import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBrowser } from "@/e2e/browser";
import { mailsVariable, startMailSink } from "@/e2e/mail-sink";
import { startBalancer } from "./balancer";
import { buildAsAppEngine } from "./buildpack";
import { startGoogle } from "./google";
import { Instance } from "./instance";

// DATABASE_URL=… npm run rehearse: what App Engine does with dist-app/, on this machine: its buildpack, two migrations at once, two instances that may write to
// /tmp alone and read their secrets from (a stand-in for) Secret Manager, journeys in a browser over both, their memory, and their end.

const url = process.env.DATABASE_URL;
if (!url) throw new Error("DATABASE_URL names the PostgreSQL to rehearse with: an empty database that may be written to");
const root = path.resolve(import.meta.dirname, "..");
const work = mkdtempSync(path.join(tmpdir(), "marcha-rehearsal-"));
const folder = path.join(work, "app");
const ports = { balancer: 3290, instances: [3291, 3292] } as const;
/** F2's. */
const mostMemory = 768;
/** What the people of the journeys are called, type and measure. */
const personal = /@example\.org|Prueba|Entrena|Ayuda|walk in the park|62[.,]5|searchParams|callbackUrl/;
const say = (text: string) => process.stdout.write(`${text}\n`);

chmodSync(work, 0o755);
cpSync(path.join(root, "dist-app"), folder, { recursive: true });
buildAsAppEngine(folder);
for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
  chmodSync(path.join(entry.parentPath, entry.name), entry.isDirectory() ? 0o555 : 0o444);
}
chmodSync(folder, 0o555);

const libraries = path.join(work, "tmp");
mkdirSync(libraries);
chmodSync(libraries, 0o1777);
const mails = path.join(work, "mails.jsonl");
const sink = await startMailSink(mails);
const google = await startGoogle({
  "marcha-database-url": url,
  "marcha-nextauth-secret": "a secret of the rehearsal, and of nothing else",
});
const variables = {
  NODE_ENV: "production",
  MODELS_DIR: "models",
  LD_LIBRARY_PATH: libraries,
  AUTH_TRUST_HOST: "1",
  DATABASE_URL: "sm://marcha-database-url",
  NEXTAUTH_SECRET: "sm://marcha-nextauth-secret",
  DATABASE_POOL_SIZE: "8",
  RATE_LIMIT_FACTOR: "1000",
  SMTP_URL: sink.url,
  MAIL_FROM: "Marcha <marcha@example.org>",
  GCE_METADATA_HOST: google.host,
  SECRET_MANAGER_ENDPOINT: `http://${google.host}`,
};
const instances: Instance[] = [];
const failures: string[] = [];
let finished = false;

try {
  await migrateTwice();
  instances.push(...ports.instances.map((port) => new Instance({ folder, port, logFile: path.join(work, `${port}.log`), variables })));
  await Promise.all(instances.map((instance) => instance.ready()));
  say("Two instances are ready");
  const balancer = await startBalancer(
    instances.map((instance) => instance.url),
    ports.balancer,
  );
  if ((await journeys()) !== 0) failures.push("a journey failed");
  for (const [index, instance] of instances.entries()) {
    const peak = instance.peakMemory();
    say(`Instance ${index + 1}: ${peak.toFixed(0)} MB at its peak, of ${mostMemory}`);
    if (peak >= mostMemory) failures.push("an instance needs more memory than it has");
  }
  balancer.closeAllConnections();
  balancer.close();
  for (const instance of instances) failures.push(...(await drains(instance)));
  const told = instanceLogs().filter((line) => personal.test(line));
  say(`${instanceLogs().length} lines of log, ${told.length} with something personal`);
  if (told.length > 0) failures.push(`the log tells: ${told[0]}`);
  finished = true;
} finally {
  for (const instance of instances) void instance.stop("SIGKILL");
  sink.server.close();
  google.server.close();
  if (finished && failures.length === 0) rmSync(work, { recursive: true, force: true });
}
say(failures.length === 0 ? "The rehearsal went well" : `The rehearsal failed: ${failures.join("; ")}. Logs are in ${work}`);
process.exit(failures.length === 0 ? 0 : 1);

function instanceLogs(): string[] {
  return ports.instances.flatMap((port) =>
    readFileSync(path.join(work, `${port}.log`), "utf8")
      .split("\n")
      .filter(Boolean),
  );
}

/** Two releases at once: both end well, and one of them did the work. */
async function migrateTwice(): Promise<void> {
  const migrate = () =>
    new Promise<{ status: number | null; text: string }>((resolve) => {
      const child = spawn(process.execPath, ["migrate.mjs"], { cwd: folder, env: { ...process.env, DATABASE_URL: url } });
      let text = "";
      child.stdout.on("data", (data) => (text += data));
      child.stderr.on("data", (data) => (text += data));
      child.once("exit", (status) => resolve({ status, text }));
    });
  const both = await Promise.all([migrate(), migrate()]);
  const applied = both.filter(({ text }) => text.startsWith("Applied")).length;
  const upToDate = both.filter(({ text }) => text.startsWith("The database is up to date")).length;
  if (both.some(({ status }) => status !== 0) || applied + upToDate !== 2 || applied > 1) {
    failures.push(`migrations: ${both.map(({ status, text }) => `${status} ${text}`).join(" / ")}`);
  }
  say(`Two migrations at once: ${applied} applied, ${upToDate} found nothing to do`);
}

function journeys(): Promise<number> {
  const child = spawn("playwright", ["test", "--config", "e2e/rehearsal.config.ts"], {
    stdio: "inherit",
    cwd: root,
    env: { ...process.env, E2E_PORT: String(ports.balancer), [mailsVariable]: mails, CHROMIUM_PATH: ensureBrowser() },
  });
  return new Promise((resolve) => child.once("exit", (status) => resolve(status ?? 1)));
}

/** Requests that are under way when the instance is told to end are answered, and then it ends. */
async function drains(instance: Instance): Promise<string[]> {
  const asked = Array.from({ length: 24 }, () =>
    fetch(`${instance.url}/models/gait-age-walk`).then((answer) => answer.text().then(() => answer.status)),
  );
  // Let them arrive.
  await new Promise((resolve) => setTimeout(resolve, 30));
  const code = instance.stop("SIGTERM");
  const answers = await Promise.all(asked.map((each) => each.catch(() => "failed" as const)));
  const lost = answers.filter((status) => status !== 200).length;
  const ended = await Promise.race([code, new Promise<"still there">((resolve) => setTimeout(() => resolve("still there"), 30_000))]);
  say(`Told to end with ${answers.length} requests under way: ${answers.length - lost} answered, ended with ${ended}`);
  return [...(lost > 0 ? [`${lost} requests were lost`] : []), ...(ended === "still there" ? ["an instance did not end"] : [])];
}
