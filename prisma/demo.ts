import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import path from "node:path";
import { demoAccounts, demoPassword } from "./demo-accounts";

// npm run demo: migrates the embedded database, fills it with synthetic people once, builds if needed, serves the standalone server.

const root = path.resolve(import.meta.dirname, "..");
const dataFolder = path.resolve(root, process.env.DATA_DIR || ".data");
const server = path.join(root, ".next/standalone/server.js");
const staticFiles = path.join(root, ".next/standalone/.next/static");
const port = process.env.PORT || "3000";
const logFile = path.join(dataFolder, "server.log");

if (!(await portIsFree())) stop(`Port ${port} is taken: stop what uses it, or choose another with PORT=3001 npm run demo.`);

mkdirSync(dataFolder, { recursive: true });
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_ENV: "production",
  DATA_DIR: dataFolder,
  // The demo's password is public: it never touches a real server.
  DATABASE_URL: "",
  MODELS_DIR: path.join(root, "models"),
  NEXTAUTH_SECRET: keptSecret(path.join(dataFolder, "secret")),
  // Reached by several names (localhost, the address on the local network): the request's own host is the public one.
  AUTH_TRUST_HOST: "1",
  NEXTAUTH_URL: "",
  PORT: port,
  HOSTNAME: "0.0.0.0",
};

if (newestChange() > builtAt()) run("Building the production server (once, about a minute)", "npm", ["run", "--silent", "build"]);
run("Migrating the database", "node", ["--conditions=react-server", "--import", "tsx", "prisma/migrate.ts"]);
run("Filling it with synthetic people", "node", ["--conditions=react-server", "--import", "tsx", "prisma/seed-demo.ts"]);
serve();

function run(what: string, command: string, parameters: string[]): void {
  process.stdout.write(`${what} …\n`);
  const { status } = spawnSync(command, parameters, { cwd: root, env: environment, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

function serve(): void {
  const child = spawn("node", [server], { env: environment, stdio: ["ignore", openSync(logFile, "a"), "inherit"] });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 0));
  void announce(child);
}

async function announce(child: ChildProcess): Promise<void> {
  const address = `http://localhost:${port}`;
  if (!(await answers(address))) {
    child.kill();
    stop(`The server did not answer at ${address}: ${logFile} says why.`);
  }
  const lines = [
    "",
    `Marcha is at ${address}`,
    ...localAddresses().map((each) => `From a phone on the same network: http://${each}:${port}`),
    "",
    "Synthetic people to sign in as:",
    ...demoAccounts.map(({ email, note }) => `  ${email.padEnd(28)} ${demoPassword}   ${note}`),
    "",
    `Stop with Ctrl+C; what you enter stays in ${dataFolder}, with the server's log.`,
    "",
  ];
  process.stdout.write(lines.join("\n"));
}

async function answers(address: string): Promise<boolean> {
  for (let attempt = 0; attempt < 150; attempt++) {
    const up = await fetch(`${address}/api/health`).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

function portIsFree(): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(Number(port), "0.0.0.0", () => probe.close(() => resolve(true)));
  });
}

function stop(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

function localAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter((entry) => entry.family === "IPv4" && !entry.internal)
    .map((entry) => entry.address);
}

function keptSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

/** When the server was built; 0 where there is none, or its build was broken off before the static files were there. */
function builtAt(): number {
  return existsSync(server) && existsSync(staticFiles) ? statSync(server).mtimeMs : 0;
}

function newestChange(): number {
  const sources = [
    "app",
    "components",
    "lib",
    "instrumentation.ts",
    "prisma/schema.prisma",
    "next.config.ts",
    "package.json",
    "package-lock.json",
    "postcss.config.mjs",
    "tsconfig.json",
  ];
  return Math.max(...sources.map((source) => newestBelow(path.join(root, source))));
}

function newestBelow(entry: string): number {
  const { mtimeMs } = statSync(entry);
  if (!statSync(entry).isDirectory()) return mtimeMs;
  return Math.max(
    0,
    ...readdirSync(entry)
      .filter((name) => name !== "generated")
      .map((name) => newestBelow(path.join(entry, name))),
  );
}
