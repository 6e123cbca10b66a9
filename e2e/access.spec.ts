import { expect, test } from "@playwright/test";
import { port } from "./address";
import { fillSignUp, newPerson, recordWalk, signIn, signUp } from "./people";

test("a visitor who is signed out signs in and comes back to where they were going", async ({ page }) => {
  const person = await signUp(page);
  const address = await recordWalk(page, { speed: "1.2" });
  await page.context().clearCookies();
  await page.goto(address);
  await page.waitForURL(/\/sign-in\?callbackUrl=/);
  await signIn(page, person);
  await page.waitForURL(`**${address}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Your walking pattern");
});

test("a wrong password and an unknown address get the same answer, and what was typed stays", async ({ page }) => {
  const person = await signUp(page);
  await page.context().clearCookies();
  const answers: (string | null)[] = [];
  for (const stranger of [{ ...person, password: "not the one at all" }, newPerson()]) {
    await page.goto("/sign-in");
    await signIn(page, stranger);
    const alert = page.getByText(/do not go together/);
    await expect(alert).toBeVisible();
    await expect(page.getByLabel("E-mail address")).toHaveValue(stranger.email);
    answers.push(await alert.textContent());
  }
  expect(answers[0]).toBe(answers[1]);
});

test("strangers who try passwords lock the owner's own browser out of nothing", async ({ page, browser }) => {
  const person = await signUp(page);
  const stranger = await browser.newContext();
  const { csrfToken } = await (await stranger.request.get("/api/auth/csrf")).json();
  const attempt = (password: string) =>
    stranger.request.post("/api/auth/callback/credentials", { form: { csrfToken, email: person.email, password, json: "true" } });
  for (let count = 0; count < 9; count++) expect((await attempt("not the one at all")).status()).toBe(401);
  expect((await attempt(person.password)).status()).toBe(401);
  await stranger.close();

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.goto("/sign-in");
  await signIn(page, { ...person, password: "not the one at all" });
  await expect(page.getByText(/do not go together/)).toBeVisible();
  await signIn(page, person);
  await page.waitForURL("**/dashboard");
});

test("another person's assessment is not found, to read or to correct", async ({ page, browser }) => {
  await signUp(page);
  const address = await recordWalk(page, { speed: "1.2" });
  const stranger = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await signUp(stranger, newPerson("Eva Ajena"));
  for (const path of [address, `${address}/edit`]) {
    const response = await stranger.goto(path);
    expect(response?.status()).toBe(404);
    await expect(stranger.getByText("There is nothing here")).toBeVisible();
    await expect(stranger.getByText("Ana")).toHaveCount(0);
  }
  await stranger.context().close();
});

test("people under 18 are refused kindly and nothing is stored", async ({ page }) => {
  const child = newPerson("Nora");
  await page.goto("/sign-up");
  await fillSignUp(page, child, { day: "1", month: "2", year: "2012" });
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText(/Marcha is for adults for now/)).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Nora");
  await page.goto("/sign-in");
  await signIn(page, child);
  await expect(page.getByText(/do not go together/)).toBeVisible();
});

test("the session cookie cannot be read by scripts and stays on this site", async ({ page }) => {
  await signUp(page);
  const session = (await page.context().cookies()).find(({ name }) => name.includes("session-token"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", secure: false });
});

test("a phone that reaches the server by its address signs in as well", async ({ browser }) => {
  const byNumber = `http://127.0.0.1:${port}`;
  const context = await browser.newContext({ baseURL: byNumber, locale: "en-GB" });
  const page = await context.newPage();
  await signUp(page);
  expect(new URL(page.url()).host).toBe(`127.0.0.1:${port}`);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(`${byNumber}/`);
  await context.close();
});

test("signing out ends it, and takes the draft from the device", async ({ page }) => {
  await signUp(page);
  await page.goto("/assessments/new");
  await page.getByText("A check-up", { exact: true }).first().click();
  await expect(page.getByText("Kept on this device.", { exact: true })).toBeVisible();
  const copied = await page.context().cookies();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign out and delete it" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("marcha")))).toEqual([]);
  await page.goto("/dashboard");
  await page.waitForURL(/\/sign-in/);
  await page.context().addCookies(copied);
  await page.goto("/dashboard");
  await page.waitForURL(/\/sign-in/);
});

test("other tabs are left when one signs out, and keep nothing more", async ({ page, context }) => {
  await signUp(page);
  const other = await context.newPage();
  await other.goto("/assessments/new");
  await other.getByText("A check-up", { exact: true }).first().click();
  await expect(other.getByText("Kept on this device.", { exact: true })).toBeVisible();
  await page.goto("/settings/security");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByRole("button", { name: "Sign out and delete it" }).click();
  await page.waitForURL(/\/sign-in$/);
  await other.waitForURL(/\/sign-in$/);
  const kept = () => other.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("marcha")));
  expect(await kept()).toEqual([]);
  expect(await other.evaluate(() => caches.keys())).toEqual([]);
});

test("only addresses of this site are returned to", async ({ page }) => {
  const person = await signUp(page);
  await page.context().clearCookies();
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent("//evil.example/x")}`);
  await signIn(page, person);
  await page.waitForURL("**/dashboard");
});
