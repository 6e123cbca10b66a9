import { readdirSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { site } from "./address";
import { recordWalk, signUp } from "./people";
import { expectWellMade } from "./well-made";

const models = readdirSync("models").filter((name) => name !== "training");
const publicPages = ["/", "/faq", "/models", "/privacy", "/sign-in", "/sign-up", ...models.map((name) => `/models/${name}`)];

async function expectAsWideAsTheScreen(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond, `${new URL(page.url()).pathname} scrolls sideways`).toBeLessThanOrEqual(0);
}

for (const language of ["en", "es"] as const) {
  test.describe(language, () => {
    test.use({ locale: language === "en" ? "en-GB" : "es-ES" });

    for (const path of publicPages) {
      test(`${path} stands, in its language, and axe finds nothing`, async ({ page }) => {
        const complaints: string[] = [];
        const outside: string[] = [];
        page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
        page.on("request", (request) => !request.url().startsWith(`${site}/`) && outside.push(request.url()));
        const response = await page.goto(path);
        expect(response?.status()).toBe(200);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        await expectAsWideAsTheScreen(page);
        await expectWellMade(page);
        expect(complaints).toEqual([]);
        expect(outside.filter((url) => !url.startsWith("data:"))).toEqual([]);
      });
    }
  });
}

test("every page for signed-in people stands and axe finds nothing", async ({ page }) => {
  await signUp(page);
  for (const path of ["/dashboard", "/assessments"]) {
    await page.goto(path);
    await expectWellMade(page);
  }
  const address = await recordWalk(page, { speed: "0.9" });
  for (const path of ["/dashboard", "/assessments", "/assessments/new", address, `${address}/edit`, "/settings"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expectAsWideAsTheScreen(page);
    await expectWellMade(page);
  }
});

test("no page is wider than the narrowest phone, in the language of the longer words", async ({ page }) => {
  await signUp(page);
  const address = await recordWalk(page, { speed: "0.9" });
  await page.getByRole("contentinfo").getByRole("button", { name: "Español" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await page.setViewportSize({ width: 320, height: 640 });
  const settings = ["", "/account", "/security", "/data", "/data/erase", "/tokens"].map((path) => `/settings${path}`);
  const records = [address, `${address}/edit`, "/assessments", "/assessments/new", "/compare", "/import", "/export"];
  for (const path of ["/dashboard", ...records, ...settings, "/sharing", "/teams", "/consent"]) {
    await page.goto(path);
    await expectAsWideAsTheScreen(page);
  }
});

test("language and appearance are switched and kept", async ({ page }) => {
  await page.goto("/");
  const footer = page.getByRole("contentinfo");
  await footer.getByRole("button", { name: "Español" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await footer.getByRole("button", { name: "Oscuro" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.goto("/faq");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("what is not there says so and leads on", async ({ page }) => {
  const response = await page.goto("/nowhere");
  expect(response?.status()).toBe(404);
  await expect(page.getByText("There is nothing here")).toBeVisible();
});

test("health names the database and each model, and nothing private", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  const health = await response.json();
  expect(health).toMatchObject({ status: "ok", database: "ok" });
  expect(Object.keys(health.models).sort()).toEqual(models.sort());
});
