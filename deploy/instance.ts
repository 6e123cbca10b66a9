import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";

export type InstanceOptions = { folder: string; port: number; logFile: string; variables: Readonly<Record<string, string>> };

/** The packaged server as App Engine starts it: by another user who may write to /tmp alone, with nothing but its variables. */
export class Instance {
  readonly url: string;
  private readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor({ folder, port, logFile, variables }: InstanceOptions) {
    this.url = `http://127.0.0.1:${port}`;
    // App Engine runs nobody's code as root; whoever rehearses without being root owns the folder, and is asked to have made it read-only.
    const own = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
    this.child = spawn(process.execPath, ["--max-old-space-size=448", "start.mjs"], {
      cwd: folder,
      env: { NODE_ENV: "production", ...variables, PORT: String(port), PATH: process.env.PATH },
      stdio: ["ignore", "pipe", "pipe"],
      ...own,
    });
    const log = createWriteStream(logFile, { flags: "a" });
    this.child.stdout?.pipe(log);
    this.child.stderr?.pipe(log);
    this.ended = new Promise((resolve) => this.child.once("exit", (code) => resolve(code)));
  }

  /** Asks what App Engine asks before it sends anybody. */
  async ready(): Promise<void> {
    for (let attempt = 0; attempt < 300; attempt++) {
      if (this.child.exitCode !== null) throw new Error(`the instance ended with ${this.child.exitCode}`);
      const warm = await fetch(`${this.url}/_ah/warmup`).catch(() => null);
      if (warm?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("the instance did not become ready");
  }

  stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }

  /** Of all that the process holds, its peak, in MB. */
  peakMemory(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  }
}

const nobody = 65_534;
