// npm run train -- [arguments]: `python -m training` in the project's own environment, which is made here where it is missing.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const training = path.dirname(fileURLToPath(import.meta.url));
const models = path.dirname(training);
const environment = path.join(path.dirname(models), ".venv");
const requirements = path.join(training, "requirements.txt");
const stampFile = path.join(environment, "requirements.sha256");
const python = path.join(environment, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");

// One thread and a fixed hash seed: the same data gives the same files.
const fixed = {
  PYTHONHASHSEED: "0",
  PYTHONDONTWRITEBYTECODE: "1",
  OMP_NUM_THREADS: "1",
  OPENBLAS_NUM_THREADS: "1",
  MKL_NUM_THREADS: "1",
};

function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
  if (error) process.stderr.write(`train: ${command}: ${error.message}\n`);
  return status ?? 1;
}

function prepare() {
  const stamp = createHash("sha256").update(readFileSync(requirements)).digest("hex");
  if (existsSync(python) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return 0;
  process.stderr.write("train: installing the pinned Python packages into .venv\n");
  const made = existsSync(python) ? 0 : run(process.env.PYTHON ?? "python3", ["-m", "venv", environment]);
  const installed = made || run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
  if (installed === 0) writeFileSync(stampFile, stamp);
  return installed;
}

const args = process.argv.slice(2);
const module = args[0] === "test" ? ["-m", "pytest", "-q", path.join(training, "tests"), ...args.slice(1)] : ["-m", "training", ...args];
const pythonPath = [models, process.env.PYTHONPATH].filter(Boolean).join(path.delimiter);
process.exitCode = prepare() || run(python, module, { ...fixed, PYTHONPATH: pythonPath });
