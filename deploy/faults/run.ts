import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPostgres } from "@/bench/postgres";
import { corrupted, full, gone, killed, restarted, type Setting, slow } from "./faults";
import type { Outcome } from "./types";

// npm run faults: breaks what can break while people record and read, over the last build, and counts what was lost; -- quick for fewer
// times, -- gone full for some of them. Brings its own PostgreSQL. Ends with 1 where anything acknowledged is not there afterwards.

const all: Readonly<Record<string, (setting: Setting) => Promise<Outcome | null>>> = {
  killed: (setting) => killed(setting, "PostgreSQL"),
  restarted,
  gone,
  corrupted,
  slow,
  pglite: (setting) => killed(setting, "PGlite"),
  full,
};

if (!existsSync(".next/standalone/server.js")) throw new Error("npm run build first");
const asked = process.argv.slice(2);
const quick = asked.includes("quick");
const chosen = Object.keys(all).filter((name) => asked.includes(name) || asked.every((each) => each === "quick"));
const say = (text: string) => process.stdout.write(`${text}\n`);
const folder = mkdtempSync(path.join(tmpdir(), "marcha-faults-"));
const postgres = startPostgres();
const setting: Setting = { postgres, folder, secret: randomBytes(32).toString("hex"), quick };
const outcomes: Outcome[] = [];
const bad = ({ lost, half, doubled, wrong }: Outcome) => lost + half + doubled > 0 || wrong.length > 0;

try {
  say("| fault | times | acknowledged | lost | half | doubled | longest wait | recovered after | answers |");
  say("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
  for (const name of chosen) {
    const outcome = await all[name]?.(setting);
    if (!outcome) {
      say(`| ${name} | cannot be tried on this machine | | | | | | | |`);
      continue;
    }
    outcomes.push(outcome);
    const { fault, times, acknowledged, lost, half, doubled, longest, recovery, answers, wrong } = outcome;
    const given = Object.entries(answers).map(([answer, count]) => `${count} × ${answer}`);
    const cells = [
      fault,
      times,
      acknowledged,
      lost,
      half,
      doubled,
      `${longest.toFixed(1)} s`,
      `${recovery.toFixed(1)} s`,
      given.join(", "),
    ];
    say(`| ${cells.join(" | ")} |`);
    for (const each of wrong) say(`  wrong: ${each}`);
  }
} finally {
  postgres.stop();
  if (!outcomes.some(bad)) rmSync(folder, { recursive: true, force: true });
}
say(outcomes.some(bad) ? `Something went wrong: logs are in ${folder}` : "Everything acknowledged is there, once and whole.");
process.exit(outcomes.some(bad) ? 1 : 0);
