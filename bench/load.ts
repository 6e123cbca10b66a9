import { spawn } from "node:child_process";
import path from "node:path";

export type Load = {
  readonly url: string;
  readonly script: string;
  readonly connections: number;
  readonly threads?: number;
  readonly seconds: number;
  /** What the script reads. */
  readonly variables?: Readonly<Record<string, string>>;
};

export const ownScript = (name: "request" | "record-and-show"): string => path.join(import.meta.dirname, "load", `${name}.lua`);

/** What wrk saw in a second. Throws where an answer was none: a refusal is quickly given. */
export async function load({ url, script, connections, threads = 1, seconds, variables }: Load): Promise<number> {
  const parameters = [`-t${threads}`, `-c${connections}`, `-d${seconds}s`, "--timeout", "20s", "-s", script, url];
  const said = await output("wrk", parameters, variables);
  const pairs = /Shown: (\d+) failed: (\d+) within: (\d+)/.exec(said);
  if (/Socket errors: (?!connect 0, read 0, write 0, timeout 0)/.test(said) || (!pairs && /Non-2xx/.test(said))) throw new Error(said);
  if (pairs) {
    const [shown = 0, failed = 0, within = 1] = pairs.slice(1).map(Number);
    if (failed > 0) throw new Error(said);
    return (shown / within) * 1_000_000;
  }
  return Number(/Requests\/sec: +([\d.]+)/.exec(said)?.[1] ?? Number.NaN);
}

function output(command: string, parameters: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { env: { ...process.env, ...variables }, stdio: ["ignore", "pipe", "pipe"] });
    const pieces: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => pieces.push(piece));
    child.on("error", reject);
    child.on("close", (code) => {
      const said = Buffer.concat(pieces).toString();
      if (code === 0) resolve(said);
      else reject(new Error(`${command} ended with ${code}: ${said}`));
    });
  });
}
