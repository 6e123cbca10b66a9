import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { type DemoPerson, demoPassword, demoPeople } from "@/prisma/demo-accounts";
import { lettersTo } from "./mail-sink";

export type Person = { name: string; email: string; password: string };

export const newPerson = (name = "Ana Prueba"): Person => ({
  name,
  email: `${randomUUID()}@example.org`,
  password: "a walk in the park",
});

/** Signs up through the screen and lands on the dashboard. */
export async function signUp(page: Page, person = newPerson(), born = { day: "17", month: "5", year: "1982" }): Promise<Person> {
  await page.goto("/sign-up");
  await fillSignUp(page, person, born);
  await page.getByRole("button", { name: "Create account" }).click();
  await confirmSignUp(page, person);
  return person;
}

/** Opens the letter that a sign-up sends, and types the password again. */
export async function confirmSignUp(page: Page, { email, password }: Person): Promise<void> {
  await expect(page.getByText(/Look into your mail|Mira tu correo/)).toBeVisible();
  await page.goto(await linkIn(email, /\/sign-up\/confirm\/\S+/));
  await page.locator("input[name=password]").fill(password);
  await page.locator("input[name=password]").press("Enter");
  await page.waitForURL("**/dashboard");
}

/** The newest such link in the letters to an address, once one is there. */
export async function linkIn(email: string, link: RegExp): Promise<string> {
  let found: string | undefined;
  await expect(() => {
    found = lettersTo(email)
      .map((letter) => link.exec(letter)?.[0])
      .filter((each) => each !== undefined)
      .at(-1);
    expect(found).toBeDefined();
  }).toPass();
  return found ?? "";
}

export async function fillSignUp(page: Page, person: Person, born: { day: string; month: string; year: string }): Promise<void> {
  await page.getByLabel("Name", { exact: true }).fill(person.name);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByLabel("Day").fill(born.day);
  await page.getByLabel("Month").selectOption(born.month);
  await page.getByLabel("Year").fill(born.year);
  await page.getByText("Female", { exact: true }).click();
  await page.getByLabel(/I agree that Marcha processes/).check();
}

export async function signIn(page: Page, person: Person): Promise<void> {
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

export type Walk = {
  speed: string;
  height?: string;
  weight?: string;
  measuredAt?: string;
  /** Where the form is: the person's own, or an athlete's. */
  at?: string;
};

/** Fills the form to its last step without saving. */
export async function fillWalk(
  page: Page,
  { speed, height = "168", weight = "62,5", measuredAt, at = "/assessments/new" }: Walk,
): Promise<void> {
  await page.goto(at);
  await page.getByText("A check-up", { exact: true }).first().click();
  if (measuredAt) await page.getByLabel("Date and time").fill(measuredAt);
  await next(page, "Body");
  await page.getByLabel("Height", { exact: true }).fill(height);
  await page.getByLabel("Weight", { exact: true }).fill(weight);
  await next(page, "Gait");
  await page.getByLabel("Speed", { exact: true }).fill(speed);
  await next(page, "Clinical tests");
  await next(page, "Pain and injury");
  await next(page, "Check and save");
}

export async function next(page: Page, step: string): Promise<void> {
  // A press before the page has come to life does nothing: a person presses again.
  await expect(async () => {
    const button = page.getByRole("button", { name: `Next: ${step}` });
    if (await button.isVisible()) await button.click();
    await expect(page.getByRole("heading", { name: step, exact: true })).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

export async function save(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Save and see the result" }).click();
  await page.waitForURL(/\/assessments\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

export async function recordWalk(page: Page, walk: Walk): Promise<string> {
  await fillWalk(page, walk);
  return save(page);
}

/** Signs in as one of the demo's people and lands on the dashboard. */
export async function signInAsDemo(page: Page, person: DemoPerson): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(demoPeople[person].email);
  await page.locator("input[name=password]").fill(demoPassword);
  await page.locator("input[name=password]").press("Enter");
  await page.waitForURL("**/dashboard");
}
