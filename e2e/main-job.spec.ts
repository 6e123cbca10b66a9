import { expect, test } from "@playwright/test";
import { recordWalk, signUp } from "./people";

test("sign up, enter an assessment, read the result, see the trend after a second one", async ({ page }) => {
  await signUp(page);
  await expect(page.getByText("Your gait age and your injury picture will be here")).toBeVisible();

  await recordWalk(page, { speed: "1,05", measuredAt: "2026-03-02T10:30" });
  const sentence = page.getByRole("heading", { level: 1 });
  await expect(sentence).toHaveText(/Your walking pattern is typical of people aged \d\d to \d\d; you are 43\./);
  await expect(page.getByText(/Of 100 people who walk like this at a check-up, about \d+ have an injury now/).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "What weighed most" })).toBeVisible();
  await expect(page.getByText("It is no medical device", { exact: false }).first()).toBeVisible();
  const first = await sentence.textContent();

  await page.reload();
  await expect(sentence).toHaveText(first ?? "");
  await expect(page.getByRole("cell", { name: /1\.05/ }).first()).toBeVisible();

  await recordWalk(page, { speed: "1.35", measuredAt: "2026-06-02T10:30" });
  await expect(sentence).not.toHaveText(first ?? "");

  await page.goto("/dashboard");
  await expect(page.getByRole("heading", { name: "Over time" })).toBeVisible();
  const trend = page.getByRole("figure", { name: "Speed" });
  await trend.getByText("The numbers behind it").click();
  await expect(trend.getByRole("row")).toHaveCount(3);
  await expect(trend.getByRole("row").nth(1)).toContainText("1.05");

  await page.goto("/assessments");
  await expect(page.getByRole("row")).toHaveCount(3);
});

test("a correction keeps what it replaced, a deletion asks first", async ({ page }) => {
  await signUp(page);
  const address = await recordWalk(page, { speed: "1.05" });

  await page.goto(`${address}/edit`);
  await page.getByRole("button", { name: /^Next/ }).click();
  await page.getByRole("button", { name: /^Next/ }).click();
  await page.getByLabel("Speed", { exact: true }).fill("1.45");
  for (let step = 0; step < 3; step++) await page.getByRole("button", { name: /^Next/ }).click();
  await page.getByRole("button", { name: "Save the correction" }).click();
  await page.waitForURL(`**${address}`);
  await expect(page.getByText(/Corrected once/)).toBeVisible();
  await expect(page.getByRole("cell", { name: /1\.45/ }).first()).toBeVisible();

  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete for good" }).click();
  await page.waitForURL("**/assessments");
  await page.goto(address);
  await expect(page.getByText("There is nothing here")).toBeVisible();
});
