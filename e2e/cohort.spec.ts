import { readFileSync } from "node:fs";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { site } from "./address";
import { signInAsDemo } from "./people";
import { expectWellMade } from "./well-made";

const counts = async (status: Locator): Promise<{ selected: number; count: number }> => {
  const [selected = 0, count = 0] = ((await status.textContent()) ?? "").match(/\d+/g)?.map(Number) ?? [];
  return { selected, count };
};

const selectionOf = (page: Page) => page.getByRole("status").filter({ hasText: /^(Shown|Selected):/ });

/** Of a downloaded table, its lines without the head. */
async function downloadRows(page: Page): Promise<string[]> {
  await page.getByText("The numbers behind it").first().click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByText("Download as CSV").first().click()]);
  return readFileSync(await download.path(), "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1);
}

test.beforeEach(async ({ page }) => {
  await signInAsDemo(page, "clubOwner");
});

test("people are selected by dragging or with thumbs, and the download holds exactly those", async ({ page, isMobile }) => {
  await page.goto("/cohort?x=height_cm&y=weight_kg&colour=zone");
  const status = selectionOf(page);
  await expect(status).toHaveText(/^Shown: (\d+) of \1$/);
  const all = await counts(status);
  expect(all.count).toBeGreaterThan(10);
  if (isMobile) {
    await page.getByText("Choose ranges", { exact: true }).click();
    const thumb = page.getByRole("slider", { name: /^Height: from/ });
    await thumb.focus();
    for (let press = 0; press < 55; press++) await thumb.press("ArrowRight");
  } else {
    const plot = await page
      .getByRole("slider", { name: /^Marks/ })
      .locator("..")
      .boundingBox();
    if (!plot) throw new Error("no plot");
    await page.mouse.move(plot.x + plot.width * 0.1, plot.y + plot.height * 0.2);
    await page.mouse.down();
    await page.mouse.move(plot.x + plot.width * 0.5, plot.y + plot.height * 0.9, { steps: 8 });
    await page.mouse.up();
  }
  await expect(status).toHaveText(/^Selected:/);
  const chosen = await counts(status);
  expect(chosen.count).toBe(all.count);
  expect(chosen.selected).toBeGreaterThan(0);
  expect(chosen.selected).toBeLessThan(all.count);
  expect(await downloadRows(page)).toHaveLength(chosen.selected);
  await page.getByRole("button", { name: "Zoom in on these" }).click();
  await expect(status).toHaveText(new RegExp(`^Shown: ${chosen.selected} of ${all.count}$`));
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(status).toHaveText(new RegExp(`^Shown: ${all.count} of ${all.count}$`));
});

test("a filter stands in the address and above every view, and in what is downloaded", async ({ page }) => {
  await page.goto("/cohort");
  await page.getByText("People and filters").click();
  await page.getByLabel("Sex").selectOption("female");
  await page.getByRole("group").filter({ hasText: "People and filters" }).getByRole("button", { name: "Show" }).click();
  await page.waitForURL(/sex=female/);
  for (const view of ["Two measurements", "Means", "Distribution", "Groups", "Correlations"]) {
    await page.getByRole("link", { name: view, exact: true }).click();
    await expect(page.getByRole("link", { name: view, exact: true })).toHaveAttribute("aria-current", /page|true/);
    await expect(page.getByRole("main")).toContainText(/\d+\speople\s·\s.*women/);
    expect(page.url()).toContain("sex=female");
    expect(page.url()).not.toMatch(/Ribera|Ana|Zancada/);
  }
  await page.getByRole("link", { name: "Means", exact: true }).click();
  for (const row of await downloadRows(page)) expect(row).toContain("women");
});

test("a person is found by keyboard alone and opened", { tag: "@keyboard" }, async ({ page }) => {
  await page.goto("/cohort?x=height_cm&y=weight_kg");
  await page.getByRole("slider", { name: /^Marks, in order of/ }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/(athletes|dashboard)/);
});

test("a picture downloads as SVG and as PNG", async ({ page }) => {
  await page.goto("/cohort?view=boxes");
  await page.getByText("The numbers behind it").first().click();
  for (const kind of ["SVG", "PNG"]) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page
        .getByRole("button", { name: new RegExp(kind) })
        .first()
        .click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${kind.toLowerCase()}$`));
    const content = readFileSync(await download.path());
    expect(content.subarray(0, 200).includes(kind === "SVG" ? "<svg" : "PNG")).toBe(true);
  }
});

test("everyone is shown in groups, and never one person", async ({ page }) => {
  await page.goto("/cohort?team=everyone");
  await expect(page.getByText("No single person of everyone is drawn.")).toBeVisible();
  await expect(page.getByRole("link", { name: /Zancada|Vereda/ })).toHaveCount(0);
});

for (const language of ["en", "es"] as const) {
  test(`every view and the norms stand, and axe finds nothing (${language})`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.context().addCookies([{ name: "locale", value: language, url: site }]);
    for (const path of [
      "/cohort",
      ...["means", "histogram", "boxes", "correlations"].map((view) => `/cohort?view=${view}`),
      "/cohort/norms",
    ]) {
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
