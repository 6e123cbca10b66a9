import { spawn } from "node:child_process";
import path from "node:path";
import { apiBase } from "@/lib/api/openapi";
import { preparePython, programOf } from "@/models/training/python";
import { withFuzzedServer } from "../fuzzed-server";

// npm run fuzz:api: Schemathesis asks the last build's API what its own OpenAPI document says may be asked, and what it says may not,
// for ten minutes; -- seconds=60 for another time, -- examples=20 for so many cases an operation at a time, -- seed=7 for others.

const folder = import.meta.dirname;
const environment = path.join(folder, ".venv");
const given = new Map(process.argv.slice(2).map((each) => each.split("=", 2) as [string, string]));
const number = (name: string, usual: number) => String(Number(given.get(name) ?? usual));

const say = (text: string) => process.stdout.write(`${text}\n`);

const installed = preparePython(environment, path.join(folder, "requirements.txt"));
if (installed !== 0) process.exit(installed);

let exitCode = 1;
await withFuzzedServer(async ({ server, port, logFile }) => {
  const token = server.script("e2e/fuzz/api/token.ts");
  exitCode = await schemathesis(`http://127.0.0.1:${port}${apiBase}/openapi.json`, token);
  if (server.ended !== null) say(`The server ended with ${server.ended}.`);
  else if (exitCode === 0 && (await fetch(`${server.url}/api/health`)).ok) return false;
  exitCode ||= 1;
  say(`Something was found; the server's log is ${logFile}`);
  return true;
});
process.exit(exitCode);

/** The token goes by a variable that the configuration names: a command line can be read by everybody. */
function schemathesis(document: string, token: string): Promise<number> {
  const bounds = ["--seed", number("seed", 2026), "--max-examples", number("examples", 100), "--max-time", number("seconds", 600)];
  const child = spawn(programOf(environment, "schemathesis"), ["--config-file", "schemathesis.toml", "run", document, ...bounds], {
    cwd: folder,
    env: { ...process.env, MARCHA_TOKEN: token, PYTHONDONTWRITEBYTECODE: "1" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
