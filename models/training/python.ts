import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Runs a command where somebody sees what it says, and returns its exit code. */
export function run(command: string, parameters: readonly string[], variables: Readonly<Record<string, string>> = {}): number {
  const { status, error } = spawnSync(command, parameters, { stdio: "inherit", env: { ...process.env, ...variables } });
  if (error) process.stderr.write(`${command}: ${error.message}\n`);
  return status ?? 1;
}

/** Where a program of an environment is, such as its `python`. */
export function programOf(environment: string, name: string): string {
  return path.join(environment, process.platform === "win32" ? `Scripts/${name}.exe` : `bin/${name}`);
}

/**
 * Makes a Python environment with the pinned packages of a requirements file where there is none, or one of other pins. Returns the exit
 * code of what failed, else 0.
 */
export function preparePython(environment: string, requirements: string): number {
  const stampFile = path.join(environment, "requirements.sha256");
  const stamp = createHash("sha256").update(readFileSync(requirements)).digest("hex");
  const python = programOf(environment, "python");
  if (existsSync(python) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return 0;
  process.stderr.write(`Installing the pinned Python packages into ${path.relative(process.cwd(), environment)}\n`);
  const made = existsSync(python) ? 0 : run(process.env.PYTHON ?? "python3", ["-m", "venv", environment]);
  const installed = made || run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
  if (installed === 0) writeFileSync(stampFile, stamp);
  return installed;
}
