import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "marcha-start-"));
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("DATABASE_URL", "");
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.resetModules();
  rmSync(folder, { recursive: true });
});

const start = async () => (await import("./start")).checkStart();

/** What is said before the server stops; "" where it goes on. */
async function lastWords(): Promise<string> {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  vi.spyOn(process, "exit").mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  const ended = await start().then(
    () => "",
    (error: unknown) => String(error),
  );
  return ended && `${said.mock.calls.join()}${ended}`;
}

describe("checkStart", () => {
  it.each([
    ["0", undefined],
    ["false", undefined],
    ["", undefined],
    ["1", "1"],
    ["true", "true"],
  ])("AUTH_TRUST_HOST=%j is %j for next-auth, which takes any text for a yes", async (given, left) => {
    vi.stubEnv("AUTH_TRUST_HOST", given);
    expect(await lastWords()).toBe("");
    expect(process.env.AUTH_TRUST_HOST).toBe(left);
  });

  it("stops where another process has the data open, and names it", async () => {
    const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    try {
      writeFileSync(path.join(folder, "pglite.lock"), String(other.pid));
      const words = await lastWords();
      expect(words).toContain(`${folder} is open in another process (${other.pid})`);
      expect(words).toContain("exit 1");
    } finally {
      other.kill("SIGKILL");
    }
  });

  it("stops where nobody can tell where the data would be", async () => {
    vi.stubEnv("DATA_DIR", ".data");
    vi.stubEnv("PWD", undefined);
    expect(await lastWords()).toContain("DATA_DIR:");
  });
});
