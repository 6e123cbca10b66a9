import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";

it("says that its port is taken before it does anything", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "marcha-demo-"));
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "0.0.0.0", resolve));
  const address = taken.address();
  const port = typeof address === "object" && address ? address.port : 0;
  try {
    const data = path.join(folder, "data");
    const demo = spawnSync("node", ["--import", "tsx", "prisma/demo.ts"], {
      env: { ...process.env, PORT: String(port), DATA_DIR: data },
      encoding: "utf8",
    });
    expect(demo.stderr).toContain(`Port ${port} is taken`);
    expect(demo.status).toBe(1);
    expect(demo.stdout).toBe("");
    expect(existsSync(data)).toBe(false);
  } finally {
    taken.close();
    rmSync(folder, { recursive: true });
  }
});
