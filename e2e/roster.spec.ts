import { expect, type Page, test } from "@playwright/test";
import { demoPeople } from "@/prisma/demo-accounts";
import { site } from "./address";
import { signInAsDemo } from "./people";
import { expectWellMade } from "./well-made";

test.beforeEach(async ({ page }) => {
  await signInAsDemo(page, "clubOwner");
});

const counted = async (page: Page): Promise<number[]> =>
  ((await page.getByText(/^\d+ of \d+ athletes$/).textContent()) ?? "").match(/\d+/g)?.map(Number) ?? [];

test("a roster is filtered and ordered in its address, searched by name out of it, and never holds a name there", async ({ page }) => {
  await page.goto("/athletes");
  const [all = 0, total = 0] = await counted(page);
  expect(all).toBe(total);
  expect(total).toBeGreaterThan(20);
  await page.getByText("Filters", { exact: true }).click();
  await page.getByLabel("Sex").selectOption("female");
  await page.getByLabel("Flagged only").check();
  await page.getByLabel("Order by").selectOption("asymmetry");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.waitForURL(/sex=female/);
  expect(page.url()).toMatch(/sort=asymmetry/);
  const [women = 0, same = 0] = await counted(page);
  expect(same).toBe(total);
  expect(women).toBeGreaterThan(0);
  expect(women).toBeLessThan(total);
  await expect(page.getByRole("row").filter({ hasText: "Female" })).toHaveCount(women);
  await expect(page.getByRole("row").filter({ hasText: /\bMale\b/ })).toHaveCount(0);

  await page.getByLabel("Find by name or identifier").fill("zancada");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(page.getByText("1 athlete found.")).toBeVisible();
  expect(page.url()).not.toMatch(/zancada/i);
  await page.getByRole("list", { name: "Found athletes" }).getByRole("link", { name: demoPeople.runner.name }).click();
  await page.waitForURL(/\/athletes\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(demoPeople.runner.name);
});

test("two people are chosen in the roster and compared, and the address opens for nobody else", async ({ page, browser }) => {
  await page.goto("/athletes");
  for (const box of await page.getByRole("checkbox", { name: /to compare$/ }).all()) {
    await box.check();
    if ((await page.getByRole("checkbox", { name: /to compare$/, checked: true }).count()) === 2) break;
  }
  await page.getByRole("button", { name: "Compare the chosen" }).click();
  await page.waitForURL(/\/compare\?/);
  const address = page.url();
  expect(address).not.toMatch(/Zancada|Ribera/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/measurement noise|side by side|in common/);
  await expect(page.getByRole("columnheader").filter({ has: page.getByRole("link") })).not.toHaveCount(0);
  await expectWellMade(page);
  const other = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await signInAsDemo(other, "clinicOwner");
  expect((await other.goto(address))?.status()).toBe(404);
  await other.context().close();
});

test("one person compares their own dates", async ({ browser, viewport, isMobile }) => {
  const own = await (await browser.newContext({ locale: "en-GB", viewport, isMobile })).newPage();
  await signInAsDemo(own, "runner");
  await own.goto("/compare");
  const dates = own.getByRole("checkbox");
  await dates.nth(0).check();
  await dates.nth(1).check();
  await own
    .getByRole("button", { name: /compare/i })
    .first()
    .click();
  await own.waitForURL(/assessments=/);
  await expect(own.getByRole("heading", { level: 1 })).toContainText(/^(Between |These dates)/);
  await own.context().close();
});

test("a coach goes from the roster to an athlete and writes a note by keyboard alone", { tag: "@keyboard" }, async ({ page }) => {
  await page.goto("/athletes");
  const first = page.getByRole("row").nth(1).getByRole("link");
  await tabTo(page, () => first.evaluate((link) => link === document.activeElement));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/athletes\/[0-9a-f-]{36}$/);
  await tabTo(page, () => page.evaluate(() => document.activeElement?.textContent === "Write a note"));
  await page.keyboard.press("Enter");
  await tabTo(page, () => page.evaluate(() => document.activeElement?.tagName === "TEXTAREA"));
  await page.keyboard.type("Seen by keyboard");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await tabTo(page, () => page.evaluate(() => document.activeElement?.textContent === "Save the note"));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Seen by keyboard").last()).toBeVisible();
});

async function tabTo(page: Page, reached: () => Promise<boolean>): Promise<void> {
  for (let press = 0; press < 150; press++) {
    if (await reached()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("not reached by keyboard");
}

for (const language of ["en", "es"] as const) {
  test(`the pages of a team stand and axe finds nothing (${language})`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.context().addCookies([{ name: "locale", value: language, url: site }]);
    await page.goto("/athletes");
    const athlete = await page.getByRole("row").nth(1).getByRole("link").getAttribute("href");
    const team = await page.locator('a[href^="/teams/"]').first().getAttribute("href");
    for (const path of ["/athletes", "/athletes/new", athlete ?? "", "/compare", "/teams", team ?? "", "/sharing", "/settings"]) {
      await page.goto(path);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${path} does not scroll sideways`).toBe(
        true,
      );
      await expectWellMade(page);
    }
  });
}
