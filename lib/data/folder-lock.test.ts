import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFolder } from "./folder-lock";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "marcha-lock-"));
  file = path.join(folder, "pglite.lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

const nothing = ["-e", "setInterval(() => {}, 1000)"];
const lockAnd = (then: string) => [
  "--conditions=react-server",
  "--import",
  "tsx",
  "--input-type=module",
  "-e",
  `import { lockFolder } from ${JSON.stringify(path.resolve("lib/data/folder-lock.ts"))}; lockFolder(${JSON.stringify(folder)}); ${then}`,
];

describe("the lock of the data folder", () => {
  it("refuses while another process holds it, naming folder and process", () => {
    const other = spawn(process.execPath, nothing);
    try {
      writeFileSync(file, String(other.pid));
      expect(() => lockFolder(folder)).toThrow(`${folder} is open in another process (${other.pid})`);
      expect(readFileSync(file, "utf8")).toBe(String(other.pid));
    } finally {
      other.kill("SIGKILL");
    }
  });

  it("is taken over from a process that was killed", () => {
    const killed = spawnSync(process.execPath, lockAnd('process.kill(process.pid, "SIGKILL")'));
    expect(killed.signal).toBe("SIGKILL");
    expect(readFileSync(file, "utf8")).toBe(String(killed.pid));
    lockFolder(folder);
    expect(readFileSync(file, "utf8")).toBe(String(process.pid));
  });

  it("is taken over where the file is empty, and is this process's own a second time", () => {
    writeFileSync(file, "");
    lockFolder(folder);
    lockFolder(folder);
    expect(readFileSync(file, "utf8")).toBe(String(process.pid));
  });

  it("goes when its process ends", () => {
    const ended = spawnSync(process.execPath, lockAnd("process.exit(0)"), { encoding: "utf8" });
    expect(ended.stderr).toBe("");
    expect(ended.status).toBe(0);
    expect(existsSync(file)).toBe(false);
  });
});
