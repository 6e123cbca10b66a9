import { expect, test } from "@playwright/test";
import { lettersTo } from "./mail-sink";
import { fillSignUp, newPerson, signIn, signUp } from "./people";
import { expectWellMade } from "./well-made";

const linkIn = (letter: string | undefined, path: string): string => {
  const found = new RegExp(`https?://\\S+(/${path}/[\\w-]+)`).exec(letter ?? "")?.[1];
  if (!found) throw new Error(`no link to ${path} in the letter`);
  return found;
};

test("an account is made by who reads the address and knows the password, once", async ({ page }) => {
  const person = newPerson("Íñigo Peña");
  await page.goto("/sign-up");
  await fillSignUp(page, person, { day: "17", month: "5", year: "1982" });
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Look into your mail")).toBeVisible();
  await expect.poll(() => lettersTo(person.email).length).toBe(1);
  const [letter] = lettersTo(person.email);
  expect(letter).toContain("Íñigo Peña");
  await page.goto("/sign-in");
  await signIn(page, person);
  await expect(page.getByText(/do not go together/)).toBeVisible();
  await page.goto(linkIn(letter, "sign-up/confirm"));
  await expectWellMade(page);
  await page.getByLabel("Password", { exact: true }).fill("somebody else's words");
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(page.getByText("That is not the password this account was begun with")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Make my account" }).click();
  await page.waitForURL("**/dashboard");
  await expect(page.getByText("Is your address right?")).toBeHidden();
  await page.goto(linkIn(letter, "sign-up/confirm"));
  await expect(page.getByRole("heading", { level: 1, name: "This link no longer works" })).toBeVisible();
});

test("a sign-up with an address that is taken looks the same, and tells its owner", async ({ page, browser }) => {
  const person = await signUp(page);
  const other = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await other.goto("/sign-up");
  await fillSignUp(other, { ...person, name: "Somebody", password: "quite another one" }, { day: "1", month: "2", year: "1990" });
  await other.getByRole("button", { name: "Create account" }).click();
  await expect(other.getByText(`We have sent a letter to ${person.email}`)).toBeVisible();
  await expect.poll(() => lettersTo(person.email).length).toBe(2);
  expect(lettersTo(person.email).at(-1)).toContain("There is one already");
  await other.goto("/sign-in");
  await signIn(other, { ...person, password: "quite another one" });
  await expect(other.getByText(/do not go together/)).toBeVisible();
  await other.context().close();
});

test("a forgotten password is set anew by a link, and ends every other session", async ({ page, browser }) => {
  const person = await signUp(page);
  const other = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await other.goto("/sign-in");
  await other.getByRole("link", { name: "Forgotten your password?" }).click();
  await expectWellMade(other);
  await other.getByLabel("E-mail address").fill(`nobody-${person.email}`);
  await other.getByRole("button", { name: "Send the link" }).click();
  await expect(other.getByText(`If there is an account with nobody-${person.email}`)).toBeVisible();
  await other.getByLabel("E-mail address").fill(person.email);
  await other.getByRole("button", { name: "Send the link" }).click();
  await expect(other.getByText(`If there is an account with ${person.email}`)).toBeVisible();
  await expect.poll(() => lettersTo(person.email).length).toBe(2);
  expect(lettersTo(`nobody-${person.email}`)).toEqual([]);

  const link = linkIn(lettersTo(person.email).at(-1), "reset");
  await other.goto(link);
  await other.getByLabel("New password", { exact: true }).fill("short");
  await other.getByRole("button", { name: "Set the password" }).click();
  await expect(other.getByText(/at least 10 characters/).last()).toBeVisible();
  await other.getByLabel("New password", { exact: true }).fill("password123");
  await other.getByRole("button", { name: "Set the password" }).click();
  await expect(other.getByText(/one of the first that anybody tries/)).toBeVisible();
  await other.getByLabel("New password", { exact: true }).fill("another walk in the park");
  await other.getByRole("button", { name: "Set the password" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Your password is changed" })).toBeVisible();
  await page.goto("/dashboard");
  await page.waitForURL(/\/sign-in/);
  await signIn(page, { ...person, password: "another walk in the park" });
  await page.waitForURL("**/dashboard");
  await other.goto(link);
  await expect(other.getByText("This link does not work any more")).toBeVisible();
  await expect.poll(() => lettersTo(person.email).length).toBe(3);
  await other.context().close();
});

test("name, birth date, address and password are changed by the person", async ({ page, browser }) => {
  const person = await signUp(page);
  await page.goto("/settings/account");
  await expectWellMade(page);
  await page.getByLabel("Name", { exact: true }).fill("Ana Nueva");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();

  const address = `new-${person.email}`;
  await page.getByLabel("New address").fill(address);
  await page.getByLabel("Your password").fill(person.password);
  await page.getByRole("button", { name: "Send a link to the new address" }).click();
  await expect(page.getByText(`A link is on its way to ${address}.`)).toBeVisible();
  await expect.poll(() => lettersTo(address).length).toBe(1);
  const link = linkIn(lettersTo(address)[0], "verify");
  const nobody = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await nobody.goto(link);
  await nobody.waitForURL(/\/sign-in\?callbackUrl=%2Fverify%2F/);
  await nobody.context().close();
  await page.goto(link);
  await page.getByRole("button", { name: "This address is mine" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your address is confirmed" })).toBeVisible();
  await expect.poll(() => lettersTo(person.email).at(-1) ?? "").toContain("another e-mail address");

  await page.goto("/settings/account");
  await expect(page.getByText(`${address}, confirmed`)).toBeVisible();
  await page.getByLabel("Present password").fill("not it at all");
  await page.getByLabel("New password").fill("a third walk in the park");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("This is not your present password.").first()).toBeVisible();
  await page.getByLabel("Present password").fill(person.password);
  await page.getByLabel("New password").fill("a third walk in the park");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("Your password is changed, and all other sessions were ended.")).toBeVisible();
  await page.goto("/dashboard");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ana Nueva");

  await page.goto("/settings/account");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.waitForURL(/\/sign-in/);
  await page.goto("/dashboard");
  await page.waitForURL(/\/sign-in/);
});
