import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ports } from "./ports";

export type Postgres = { readonly database: (name: string) => string; readonly stop: () => void };

/** A PostgreSQL of its own, set as it comes, in a folder that goes with it. */
export function startPostgres(): Postgres {
  const versions = readdirSync("/usr/lib/postgresql").toSorted((one, other) => Number(one) - Number(other));
  const binaries = path.join("/usr/lib/postgresql", versions.at(-1) ?? "", "bin");
  const folder = mkdtempSync(path.join(tmpdir(), "marcha-bench-postgres-"));
  chmodSync(folder, 0o777);
  const run = (program: string, ...parameters: string[]) => {
    const command = [path.join(binaries, program), ...parameters];
    // PostgreSQL refuses to run as root.
    const [first = "", ...rest] = process.getuid?.() === 0 ? ["runuser", "-u", "postgres", "--", ...command] : command;
    execFileSync(first, rest, { cwd: "/", stdio: "ignore" });
  };
  const data = path.join(folder, "data");
  run("initdb", "-D", data, "-A", "trust", "-E", "UTF8", "-U", "postgres");
  run(
    "pg_ctl",
    "-D",
    data,
    "-w",
    "-l",
    path.join(folder, "log"),
    "-o",
    `-p ${ports.postgres} -k ${folder} -c listen_addresses=127.0.0.1`,
    "start",
  );
  return {
    database: (name) => {
      run("createdb", "-h", "127.0.0.1", "-p", String(ports.postgres), "-U", "postgres", name);
      return `postgresql://postgres@127.0.0.1:${ports.postgres}/${name}`;
    },
    stop: () => {
      run("pg_ctl", "-D", data, "-m", "fast", "-w", "stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
