import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const comparisonFolder = path.join(root, ".bench/comparison");
export const comparisonServer = path.join(comparisonFolder, ".next/standalone/.bench/comparison/server.js");
export const ownServer = path.join(root, ".next/standalone/server.js");

/** Builds the comparison app: what Next costs when it has nothing to do. */
export function buildComparison(): void {
  rmSync(comparisonFolder, { recursive: true, force: true });
  cpSync(path.join(import.meta.dirname, "comparison-app"), comparisonFolder, { recursive: true });
  const { status } = spawnSync("next", ["build"], {
    cwd: comparisonFolder,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
  });
  if (status !== 0) throw new Error("the comparison app could not be built");
  cpSync(path.join(comparisonFolder, ".next/static"), path.join(path.dirname(comparisonServer), ".next/static"), { recursive: true });
}

export type Server = { readonly url: string; readonly pid: number; readonly stop: () => Promise<void> };
type Variables = Readonly<Record<string, string>>;

export const startComparison = (port: number): Promise<Server> => start(comparisonServer, port, "/", {});

/** The product's own production server. */
export function startOwn(port: number, variables: Variables): Promise<Server> {
  if (!existsSync(ownServer)) throw new Error("npm run build first");
  return start(ownServer, port, "/api/health", variables);
}

async function start(file: string, port: number, ready: string, variables: Variables): Promise<Server> {
  const url = `http://127.0.0.1:${port}`;
  const child = launch(file, port, variables);
  await until(child, () => answers(`${url}${ready}`), 100);
  return { url, pid: child.pid ?? 0, stop: () => stop(child) };
}

export function launch(file: string, port: number, variables: Variables): ChildProcess {
  return spawn("node", [file], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
      MODELS_DIR: path.join(root, "models"),
      AUTH_TRUST_HOST: "1",
      NEXTAUTH_URL: "",
      LOG_LEVEL: "error",
      ...variables,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

export async function until(child: ChildProcess, answered: () => Promise<boolean>, pause: number): Promise<void> {
  const begun = performance.now();
  while (performance.now() - begun < 60_000) {
    if (child.exitCode !== null) throw new Error(`a server ended with ${child.exitCode}`);
    if (await answered()) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error("a server did not answer within a minute");
}

export const answers = (url: string, init?: RequestInit): Promise<boolean> =>
  fetch(url, init).then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok;
    },
    () => false,
  );

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

/** What processes hold of the memory, in MB, each page that several share counted once among them. */
export function memoryOf(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => Number(/^Pss: +(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? Number.NaN));
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}
