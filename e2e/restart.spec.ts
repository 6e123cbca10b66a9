import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { mailsVariable, startMailSink } from "./mail-sink";
import { recordWalk, signUp } from "./people";
import { MarchaServer } from "./server";

test("all is still there after the server was killed and started again", async ({ browser }) => {
  const dataFolder = mkdtempSync(path.join(tmpdir(), "marcha-restart-"));
  const mails = await startMailSink(process.env[mailsVariable] ?? "");
  const server = new MarchaServer({
    port: 3211,
    dataFolder,
    databaseUrl: process.env.DATABASE_URL,
    logFile: path.join(dataFolder, "server.log"),
    smtpUrl: mails.url,
  });
  const context = await browser.newContext({ baseURL: server.url, locale: "en-GB" });
  try {
    server.migrate();
    await server.start();
    const page = await context.newPage();
    await signUp(page);
    const address = await recordWalk(page, { speed: "1.2" });
    const sentence = await page.getByRole("heading", { level: 1 }).textContent();

    await server.stop("SIGKILL");
    await server.start();
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(sentence ?? "");
  } finally {
    await context.close();
    await server.stop();
    mails.server.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
