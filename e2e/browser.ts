import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Asks for nothing outside: a closed network must not slow a test. */
export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function findBrowser(): string | null {
  const candidates = [process.env.CHROMIUM_PATH ?? "", ...installed, chromium.executablePath()];
  return candidates.find((path) => path !== "" && existsSync(path)) ?? null;
}

/**
 * The path of a Chromium: one that is installed, else Playwright's own download, else Debian's package where we are root.
 * Throws with what to do where none can be had.
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  const run = (command: string, ...parameters: string[]) =>
    spawnSync(command, parameters, { stdio: "inherit", timeout: 300_000 }).status === 0;
  run("npx", "playwright", "install", "chromium");
  const downloaded = findBrowser();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    run("apt-get", "update", "-qq");
    run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation");
  }
  const packaged = findBrowser();
  if (packaged) return packaged;
  throw new Error(
    "No Chromium found. Install one (Debian: apt-get install chromium; others: npx playwright install chromium) or set CHROMIUM_PATH.",
  );
}
