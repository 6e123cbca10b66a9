import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { twMerge } from "tailwind-merge";

/**
 * Opens what is folded, and expects axe to find nothing, no element to have classes that contradict each other, and no table
 * to be cut but that of a comparison, whose people stand side by side.
 */
export async function expectWellMade(page: Page): Promise<void> {
  await expect(async () => {
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("main details")) details.setAttribute("open", "");
    });
    // A picture's numbers are drawn when they are asked for, and a page that learns of something new brings further pictures, folded.
    await expect(page.locator("main figure > details:not(:has(table))")).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join("\n  ")}`);
  expect(found).toEqual([]);
  expect((await classesOf(page)).filter((each) => twMerge(each) !== each)).toEqual([]);
  expect(await cutTables(page)).toEqual([]);
}

async function cutTables(page: Page): Promise<string[]> {
  const tables = page.locator("section[tabindex='0']:has(> table.data-table)");
  return tables.evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent ?? ""));
}

async function classesOf(page: Page): Promise<string[]> {
  const all = await page.evaluate(() => [...document.querySelectorAll("body [class]")].map((each) => each.getAttribute("class") ?? ""));
  return [...new Set(all)];
}
