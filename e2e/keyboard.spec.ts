import { expect, test } from "@playwright/test";
import { signUp } from "./people";

test("the whole journey by keyboard", async ({ page }) => {
  await signUp(page);
  await page.goto("/assessments/new");
  await page.getByRole("radio", { name: "Walking" }).focus();
  const type = async (label: string, text: string) => {
    const field = page.getByLabel(label, { exact: true });
    for (let presses = 0; presses < 40 && !(await field.evaluate((node) => node === document.activeElement)); presses++)
      await page.keyboard.press("Tab");
    await expect(field).toBeFocused();
    await page.keyboard.type(text);
  };
  const press = async (name: RegExp) => {
    const button = page.getByRole("button", { name });
    for (let presses = 0; presses < 200 && !(await button.evaluate((node) => node === document.activeElement)); presses++)
      await page.keyboard.press("Tab");
    await expect(button).toBeFocused();
    await page.keyboard.press("Enter");
  };
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.getByRole("radio", { name: "A check-up" }).focus();
  await page.keyboard.press("Space");
  await press(/^Next: Body/);
  await type("Height", "168");
  await type("Weight", "62.5");
  await press(/^Next: Gait/);
  await type("Speed", "1.2");
  await press(/^Next: Clinical/);
  await press(/^Next: Pain/);
  await press(/^Next: Check/);
  await press(/^Save and see/);
  await page.waitForURL(/\/assessments\/[0-9a-f-]{36}$/);
});
