import { expect, type Page, test } from "@playwright/test";
import { fillWalk, next, recordWalk, save, signUp } from "./people";

test("bad values: the form comes back whole, the message beside its field", async ({ page }) => {
  await signUp(page);
  await fillWalk(page, { speed: "12", height: "168" });
  await page.getByRole("button", { name: "Save and see the result" }).click();
  await expect(page.getByText("One value needs another look")).toBeVisible();
  const speed = page.getByLabel("Speed", { exact: true });
  await expect(speed).toHaveValue("12");
  await expect(speed).toHaveAttribute("aria-invalid", "true");
  await expect(speed).toHaveAccessibleDescription(/Outside what is possible here: 0\.1\D+3/);
  await speed.fill("1,2");
  for (const step of ["Clinical tests", "Pain and injury", "Check and save"])
    await page.getByRole("button", { name: `Next: ${step}` }).click();
  await save(page);
  await expect(page.getByRole("cell", { name: /168/ }).first()).toBeVisible();
});

test("a draft survives a reload, and leaving for later", async ({ page }) => {
  await signUp(page);
  await page.goto("/assessments/new");
  await page.getByText("A check-up", { exact: true }).first().click();
  await next(page, "Body");
  await page.getByLabel("Height", { exact: true }).fill("171");
  await page.reload();
  await expect(page.getByLabel("Height", { exact: true })).toHaveValue("171");
  await page.getByRole("button", { name: "Save and finish later" }).click();
  await page.waitForURL("**/dashboard");
  await page.getByRole("link", { name: "Go on with it" }).click();
  await expect(page.getByLabel("Height", { exact: true })).toHaveValue("171");
});

test("a double tap stores once", async ({ page }) => {
  await signUp(page);
  await fillWalk(page, { speed: "1.2" });
  await page.getByRole("button", { name: "Save and see the result" }).dblclick();
  await page.waitForURL(/\/assessments\/[0-9a-f-]{36}$/);
  await page.goto("/assessments");
  await expect(page.getByRole("row")).toHaveCount(2);
});

test("speed in the units a person chose", async ({ page }) => {
  await signUp(page);
  await page.goto("/settings");
  await page.getByLabel("Speed").selectOption("km/h");
  await page.getByRole("button", { name: "Save" }).first().click();
  await recordWalk(page, { speed: "4,5" });
  await expect(page.getByRole("cell", { name: /4\.5\s*km\/h/ }).first()).toBeVisible();
});

test("what is pressed while the page comes to life keeps the day and time of the device", async ({ page }) => {
  await signUp(page);
  const scripts = await holdScripts(page);
  await page.goto("/assessments/new", { waitUntil: "commit" });
  await page.getByText("A check-up", { exact: true }).first().click();
  scripts.release();
  await expect(page.getByLabel("Date and time")).not.toHaveValue("");
  await expect(page.getByText("You are where you left off")).toBeHidden();
});

/** The page's scripts wait until they are let go: until then it is drawn and dead. */
async function holdScripts(page: Page): Promise<{ release: () => void }> {
  const held = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held.promise;
    await route.continue();
  });
  return { release: held.resolve };
}
