import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

/** Opens the operator's page of a journey's server. */
export const operatorToken = "the operator of the journeys' server";

export type ServerOptions = {
  port: number;
  dataFolder: string;
  databaseUrl?: string;
  logFile: string;
  secret?: string;
  smtpUrl?: string;
  /** In place of the usual ones. */
  variables?: Readonly<Record<string, string>>;
};

/** The standalone production server over a database of its own, migrated before it starts. */
export class MarchaServer {
  readonly url: string;
  private readonly secret: string;
  protected child: ChildProcess | null = null;

  constructor(private readonly options: ServerOptions) {
    this.url = `http://localhost:${options.port}`;
    this.secret = options.secret ?? randomBytes(32).toString("hex");
  }

  migrate(): void {
    this.script("prisma/migrate.ts");
  }

  /** Runs a script over the server's database and returns what it says; not beside the server, for only one process may hold PGlite. */
  script(file: string, ...parameters: string[]): string {
    const { status, stdout } = spawnSync("node", ["--conditions=react-server", "--import", "tsx", file, ...parameters], {
      cwd: root,
      env: this.environment(),
      stdio: ["ignore", "pipe", "inherit"],
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(`${file} failed`);
    return stdout.toString();
  }

  async start(): Promise<void> {
    if (await this.healthy()) throw new Error(`Another server answers on port ${this.options.port}: stop it first`);
    await this.answers(this.launch());
  }

  protected launch(): ChildProcess {
    const log = createWriteStream(this.options.logFile, { flags: "a" });
    const child = spawn("node", [path.join(root, ".next/standalone/server.js")], {
      env: this.environment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.pipe(log);
    child.stderr.pipe(log);
    this.child = child;
    return child;
  }

  /** Ends the server as a crash would, or as a deployment does. */
  async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await gone;
  }

  /** Null while it runs; else by which exit code or signal it ended without being stopped. */
  get ended(): number | NodeJS.Signals | null {
    return this.child?.exitCode ?? this.child?.signalCode ?? null;
  }

  private healthy(): Promise<boolean> {
    return fetch(`${this.url}/api/health`).then(
      (response) => response.ok,
      () => false,
    );
  }

  private async answers(child: ChildProcess): Promise<void> {
    for (let attempt = 0; attempt < 150; attempt++) {
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}: see ${this.options.logFile}`);
      if (await this.healthy()) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`The server did not become healthy: see ${this.options.logFile}`);
  }

  private environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(this.options.port),
      HOSTNAME: "0.0.0.0",
      DATA_DIR: this.options.dataFolder,
      DATABASE_URL: this.options.databaseUrl ?? "",
      MODELS_DIR: path.join(root, "models"),
      AUTH_TRUST_HOST: "1",
      NEXTAUTH_URL: "",
      NEXTAUTH_SECRET: this.secret,
      LOG_LEVEL: "info",
      // Everybody in a journey comes from one address; the limits have tests of their own.
      RATE_LIMIT_FACTOR: "1000",
      OPERATOR_TOKEN: operatorToken,
      ...(this.options.smtpUrl && { SMTP_URL: this.options.smtpUrl, MAIL_FROM: "Marcha <marcha@example.org>" }),
      ...this.options.variables,
    };
  }
}
