import { spawnSync } from "node:child_process";
import { ensureBrowser } from "./browser";

// npm run test:e2e: finds or installs a browser, then runs the journeys.

const result = spawnSync("playwright", ["test", "--config", "e2e/playwright.config.ts", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, CHROMIUM_PATH: ensureBrowser() },
});
process.exit(result.status ?? 1);
