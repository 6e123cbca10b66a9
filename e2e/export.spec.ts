import { type Download, expect, type Page, test } from "@playwright/test";
import { pagesOf } from "../components/report/render";
import { newPerson, recordWalk, signInAsDemo, signUp } from "./people";
import { expectWellMade } from "./well-made";

const contentOf = async (download: Download): Promise<Buffer> => Buffer.concat(await (await download.createReadStream()).toArray());

async function downloaded(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await press();
  return contentOf(await download);
}

test("an athlete takes their assessments out, and brings the same file in without doubling any", async ({ page }) => {
  await signUp(page, newPerson("Eva =Fuera"));
  await recordWalk(page, { speed: "1,31" });
  await page.goto("/export");
  await expectWellMade(page);
  const file = await downloaded(page, () => page.getByRole("link", { name: "Assessments (CSV)" }).click());
  const lines = file.toString("utf8").replace("\uFEFF", "").trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^athlete,measured_at,protocol,/);
  expect(lines[1]).toContain(",1.31,");

  await page.goto("/import");
  await page.getByLabel("File", { exact: true }).setInputFiles({ name: "mine.csv", mimeType: "text/csv", buffer: file });
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByRole("button", { name: "Look at every row" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "No row would be added" })).toBeVisible();
});

test("a coach takes out who shares with the team and nobody else, by name or without names", async ({ page }) => {
  await signInAsDemo(page, "clubOwner");
  await page.goto("/export");
  const team = page.getByRole("region", { name: "Club Ribera (demo)" });
  const named = (await downloaded(page, () => team.getByRole("link", { name: "Assessments (CSV)" }).click())).toString("utf8");
  expect(named).toContain("Ana Zancada");
  expect(named).not.toContain("Bruno Vereda");
  const table = (await downloaded(page, () => team.getByRole("link", { name: "Training table, running (CSV)" }).click())).toString("utf8");
  expect(table).toMatch(/^\uFEFF?subject,age_years,sex,injured_joint,/);
  expect(table).not.toMatch(/Zancada|@|20\d\d-\d\d-\d\d/);
});

test("the report of an assessment is one page, for who may see it", async ({ page, browser }) => {
  await signUp(page, newPerson("Íñigo Informe"));
  const address = await recordWalk(page, { speed: "1,2" });
  await expect(page.getByRole("link", { name: "Report (PDF)" })).toBeVisible();
  const answer = await page.request.get(`${address}/report.pdf`);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  expect(answer.headers()["content-disposition"]).not.toMatch(/Informe/);
  const pdf = await answer.body();
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pagesOf(pdf)).toBe(1);
  const other = await browser.newContext();
  const stranger = await other.newPage();
  await signUp(stranger);
  expect((await stranger.request.get(`${address}/report.pdf`)).status()).toBe(404);
  await other.close();
});
