import { defineConfig } from "@playwright/test";
import base from "./playwright.config";

// The journeys against a server that runs already: deploy/rehearse.ts says where (E2E_PORT).
export default defineConfig({
  ...base,
  globalSetup: undefined,
  testMatch: (process.env.REHEARSAL_JOURNEYS ?? "main-job security").split(" ").map((name) => `${name}.spec.ts`),
  projects: base.projects?.filter(({ name }) => name === "desktop"),
  reporter: process.env.CI ? [["list"], ["json", { outputFile: "../.ci/results/rehearsal.json" }]] : [["list"]],
});
