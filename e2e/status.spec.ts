import { expect, test } from "@playwright/test";
import { operatorToken } from "./server";
import { expectWellMade } from "./well-made";

test("the operator sees how the installation does, and nobody else", async ({ page }) => {
  await page.goto("/status");
  await expectWellMade(page);
  await page.getByLabel("Operator's token").fill("a guess");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("That is not the token")).toBeVisible();
  await expect(page.getByText("Newest migration")).toHaveCount(0);
  await page.getByLabel("Operator's token").fill(operatorToken);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("Newest migration")).toBeVisible();
  await expect(page.getByText(/^\d{14}_/)).toBeVisible();
  await expect(page.getByText("gait-age-walk")).toBeVisible();
});
