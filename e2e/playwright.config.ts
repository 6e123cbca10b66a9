import { defineConfig, devices } from "@playwright/test";
import { site } from "./address";
import { browserArguments } from "./browser";

const launchOptions = { executablePath: process.env.CHROMIUM_PATH, args: browserArguments };
const common = { locale: "en-GB", timezoneId: "Europe/Madrid", launchOptions };

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../test-results",
  globalSetup: "./global-setup.ts",
  fullyParallel: false,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  // A machine that others share may be slow once; what passes on a second try is counted and named flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env.CI ? [["list"], ["json", { outputFile: "../.ci/results/e2e.json" }]] : [["list"]],
  use: { baseURL: site, actionTimeout: 15_000, trace: "retain-on-failure", screenshot: "only-on-failure" },
  projects: [
    { name: "desktop", use: { ...common, viewport: { width: 1440, height: 900 } } },
    // A phone has no keyboard to walk with; the restart and the permissions are the server's, not the screen's.
    {
      name: "phone",
      testIgnore: /(keyboard|restart|permissions)\.spec\.ts$/,
      grepInvert: /@keyboard/,
      use: { ...devices["Pixel 7"], ...common, viewport: { width: 360, height: 780 }, colorScheme: "dark" },
    },
  ],
});
