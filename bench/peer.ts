import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { answers, until } from "./servers";

export type Peer = { readonly url: string; readonly script: string; readonly pids: () => number[]; readonly stop: () => Promise<void> };

const url = "http://127.0.0.1:5055";

/** The original's architecture, started by the run.sh of the folder `PEER` names; null where none is named. */
export async function startPeer(): Promise<Peer | null> {
  const folder = process.env.PEER;
  if (!folder) return null;
  if (!existsSync(path.join(folder, "run.sh"))) throw new Error(`PEER names ${folder}, which has no run.sh`);
  // It runs as long as the command given: until its input ends.
  const child = spawn(path.join(folder, "run.sh"), ["cat"], { stdio: ["pipe", "ignore", "inherit"] });
  await until(child, () => answers(`${url}/status`), 200);
  return {
    url: `${url}/clasificacion`,
    script: path.join(folder, "classify.lua"),
    pids: () => execFileSync("pgrep", ["-f", "gunicorn -w .* -b 127.0.0.1:5055"]).toString().trim().split("\n").map(Number),
    stop: async () => {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.stdin.end();
      await gone;
    },
  };
}
