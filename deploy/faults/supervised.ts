import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { answers } from "@/bench/servers";
import type { Found, Seeded } from "./types";

const root = path.resolve(import.meta.dirname, "../..");

export type Place = { readonly port: number; readonly variables: Readonly<Record<string, string>>; readonly logFile: string };

/** The production server as a host keeps it: started again whenever it ends. */
export class Supervised {
  readonly url: string;
  private child: ChildProcess | null = null;
  private wanted = false;
  private readonly environment: NodeJS.ProcessEnv;

  constructor(private readonly place: Place) {
    this.url = `http://127.0.0.1:${place.port}`;
    this.environment = {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(place.port),
      HOSTNAME: "127.0.0.1",
      MODELS_DIR: path.join(root, "models"),
      AUTH_TRUST_HOST: "1",
      NEXTAUTH_URL: "",
      API_RATE_LIMIT: "1000000",
      RATE_LIMIT_FACTOR: "1000",
      ...place.variables,
    };
  }

  prepare(): Seeded {
    this.script("prisma/migrate.ts");
    return JSON.parse(this.script("deploy/faults/inside.ts", "seed")) as Seeded;
  }

  /** What is stored; beside a running server over PostgreSQL only. */
  look(): Found[] {
    return JSON.parse(this.script("deploy/faults/inside.ts", "look")) as Found[];
  }

  async start(): Promise<void> {
    this.wanted = true;
    this.launch();
    for (let attempt = 0; attempt < 300; attempt++) {
      if (await answers(`${this.url}/api/v1/openapi.json`)) return;
      await pause(100);
    }
    throw new Error(`the server did not start: ${this.place.logFile}`);
  }

  /** What it says of itself, as soon as it says anything. */
  async status(): Promise<string> {
    for (let attempt = 0; attempt < 100; attempt++) {
      const said = await fetch(`${this.url}/api/v1/status`)
        .then((response) => response.text())
        .catch(() => null);
      if (said !== null) return said;
      await pause(100);
    }
    return "";
  }

  /** As a crash ends it; the host starts it again. */
  kill(): void {
    this.child?.kill("SIGKILL");
  }

  async stop(): Promise<void> {
    this.wanted = false;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  private launch(): void {
    const log = createWriteStream(this.place.logFile, { flags: "a" });
    const child = spawn("node", [path.join(root, ".next/standalone/server.js")], {
      env: this.environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.pipe(log);
    child.stderr.pipe(log);
    child.once("exit", () => this.wanted && setTimeout(() => this.wanted && this.launch(), 200));
    this.child = child;
  }

  private script(file: string, ...parameters: string[]): string {
    const { status, stdout } = spawnSync("node", ["--conditions=react-server", "--import", "tsx", file, ...parameters], {
      cwd: root,
      env: this.environment,
      stdio: ["ignore", "pipe", "inherit"],
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(`${file} failed`);
    return stdout.toString().split("\n").at(-1) ?? "";
  }
}
