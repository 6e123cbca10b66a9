import { expect, type Page, test } from "@playwright/test";
import { newPerson, recordWalk, signIn, signInAsDemo, signUp } from "./people";
import { expectWellMade } from "./well-made";

const confirm = (page: Page) => page.getByLabel("Your password");

test("a person takes everything with them, after saying that it is them", async ({ page }) => {
  const person = await signUp(page, newPerson("Nora Lleva"));
  await recordWalk(page, { speed: "1,21" });
  await page.goto("/settings");
  await page.getByRole("link", { name: "Download, withdraw, erase" }).click();
  await confirm(page).fill("not the password");
  await page.getByRole("button", { name: "Download my data" }).click();
  await expect(page.getByText("This is not your password.")).toBeVisible();
  await expectWellMade(page);
  const download = page.waitForEvent("download");
  await confirm(page).fill(person.password);
  await page.getByRole("button", { name: "Download my data" }).click();
  const stream = await (await download).createReadStream();
  const zip = Buffer.concat(await stream.toArray());
  expect(zip.subarray(0, 2).toString()).toBe("PK");
  const text = zip.toString("utf8");
  for (const part of ["README.txt", "account-and-record.json", "assessments.csv", person.email, "Nora Lleva", "1.21"])
    expect(text).toContain(part);
  expect(text).not.toMatch(/argon2/);
});

test("an erasure says what goes, asks who it is, and leaves no way back in", async ({ page }) => {
  const person = await signUp(page, newPerson("Vera Borra"));
  const address = await recordWalk(page, { speed: "1,3" });
  await page.goto("/settings/data");
  await page.getByRole("link", { name: "What goes and what stays" }).click();
  await expect(page.getByText("Your record with all assessments")).toBeVisible();
  await expectWellMade(page);
  await confirm(page).fill(person.password);
  await page.getByRole("button", { name: "Erase everything now" }).click();
  await expect(page.getByText("Say that you understand it.").first()).toBeVisible();
  await page.getByLabel("I understand that nobody can bring my data back").check();
  await confirm(page).fill(person.password);
  await page.getByRole("button", { name: "Erase everything now" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Everything of yours is erased" })).toBeVisible();
  await page.goto(address);
  await page.waitForURL(/\/sign-in/);
  await signIn(page, person);
  await expect(page.getByRole("alert").filter({ hasText: /./ })).toBeVisible();
});

test("consent taken back closes everything until it is given again", async ({ page }) => {
  await signUp(page, newPerson("Clara Cierra"));
  const address = await recordWalk(page, { speed: "1,25" });
  await page.goto("/settings/data");
  await page.getByRole("button", { name: "Take it back" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your account is closed" })).toBeVisible();
  await expectWellMade(page);
  for (const path of [address, "/dashboard", "/settings", "/sharing"]) {
    await page.goto(path);
    await page.waitForURL("**/consent");
  }
  await page.getByRole("link", { name: "Your data" }).click();
  await expect(page.getByRole("button", { name: "Download my data" })).toBeVisible();
  await page.goto("/consent");
  await page.getByRole("button", { name: "I agree, open my account" }).click();
  await page.waitForURL("**/dashboard");
  expect((await page.goto(address))?.status()).toBe(200);
});

test("an owner reads what was done in the team's name", async ({ page }) => {
  await signInAsDemo(page, "clubOwner");
  await page.goto("/athletes");
  await page.goto("/teams");
  await page.getByRole("link", { name: "Club Ribera (demo)", exact: true }).click();
  await page.getByRole("link", { name: "What was done here" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "What was done in Club Ribera (demo)" })).toBeVisible();
  await expect(page.getByText("Olga Ribera opened the list of athletes.").first()).toBeVisible();
  await expectWellMade(page);
});
