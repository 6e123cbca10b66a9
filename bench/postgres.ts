import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ports } from "./ports";

export type Postgres = {
  readonly database: (name: string) => string;
  /** Ends, starts or restarts it, as `pg_ctl` is told. */
  readonly control: (...parameters: string[]) => Promise<void>;
  readonly stop: () => void;
};

/** A PostgreSQL of its own, set as it comes, in a folder that goes with it. */
export function startPostgres(): Postgres {
  const versions = readdirSync("/usr/lib/postgresql").toSorted((one, other) => Number(one) - Number(other));
  const binaries = path.join("/usr/lib/postgresql", versions.at(-1) ?? "", "bin");
  const folder = mkdtempSync(path.join(tmpdir(), "marcha-bench-postgres-"));
  chmodSync(folder, 0o777);
  const commandOf = (program: string, parameters: readonly string[]): [string, string[]] => {
    const command = path.join(binaries, program);
    // PostgreSQL refuses to run as root.
    return process.getuid?.() === 0 ? ["runuser", ["-u", "postgres", "--", command, ...parameters]] : [command, [...parameters]];
  };
  const run = (program: string, ...parameters: string[]) => execFileSync(...commandOf(program, parameters), { cwd: "/", stdio: "ignore" });
  const data = path.join(folder, "data");
  run("initdb", "-D", data, "-A", "trust", "-E", "UTF8", "-U", "postgres");
  const begin = ["-D", data, "-w", "-l", path.join(folder, "log"), "-o", `-p ${ports.postgres} -k ${folder} -c listen_addresses=127.0.0.1`];
  run("pg_ctl", ...begin, "start");
  return {
    database: (name) => {
      run("createdb", "-h", "127.0.0.1", "-p", String(ports.postgres), "-U", "postgres", name);
      return `postgresql://postgres@127.0.0.1:${ports.postgres}/${name}`;
    },
    control: (...parameters) =>
      new Promise((resolve, reject) => {
        const child = spawn(...commandOf("pg_ctl", [...begin, ...parameters]), { cwd: "/", stdio: "ignore" });
        child.once("error", reject);
        child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`pg_ctl ${parameters.join(" ")} ended with ${code}`))));
      }),
    stop: () => {
      run("pg_ctl", "-D", data, "-m", "fast", "-w", "stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
