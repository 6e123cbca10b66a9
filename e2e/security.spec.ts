import { expect, type Page, test } from "@playwright/test";
import { generate } from "otplib";
import { lettersTo } from "./mail-sink";
import { newPerson, signIn, signUp } from "./people";
import { expectWellMade } from "./well-made";

const keyOn = async (page: Page): Promise<string> => ((await page.locator("code").textContent()) ?? "").replaceAll(" ", "");

/** The code of the app, of the next half minute where this one's was used. */
const codeOf = (secret: string, later = 0): Promise<string> => generate({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * later });

/** What the session of this browser says of the device. */
const isShared = async (page: Page): Promise<boolean> => {
  const { claims } = await (await page.request.get("/api/auth/session")).json();
  return claims.shared === true;
};

/** Sets up an app and returns its key and the recovery codes. */
async function addApp(page: Page, password: string): Promise<{ secret: string; codes: string[] }> {
  await page.goto("/settings/security");
  const app = page.getByRole("region", { name: "Authenticator app" });
  await app.getByLabel(/^Your password/).fill(password);
  await app.getByRole("button", { name: "Set up an app" }).click();
  await expect(app.getByRole("img", { name: /authenticator app/ })).toBeVisible();
  await expectWellMade(page);
  const secret = await keyOn(page);
  await app.getByLabel("Code from the app").fill("000000");
  await app.getByRole("button", { name: "Turn it on" }).click();
  await expect(app.getByText(/That code is not right/).first()).toBeVisible();
  await app.getByLabel("Code from the app").fill(await codeOf(secret));
  await app.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByText("Your recovery codes")).toBeVisible();
  const codes = await page
    .locator("li")
    .filter({ hasText: /^[A-Z2-9]{4}(-[A-Z2-9]{4}){3}$/ })
    .allTextContents();
  expect(codes).toHaveLength(10);
  await expect(app.getByText("An app is set up.")).toBeVisible();
  return { secret, codes };
}

test("an app's code is asked for after the password, once each, and a recovery code stands in for it once", async ({ page, browser }) => {
  const person = await signUp(page);
  const elsewhere = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await elsewhere.goto("/sign-in");
  await signIn(elsewhere, person);
  await elsewhere.waitForURL("**/dashboard");

  const { secret, codes } = await addApp(page, person.password);
  await elsewhere.goto("/dashboard");
  await elsewhere.waitForURL(/\/sign-in\?/);

  const begin = async () => {
    await elsewhere.goto("/sign-in?callbackUrl=%2Fassessments");
    await signIn(elsewhere, person);
    await elsewhere.waitForURL(/\/sign-in\/second/);
  };
  await begin();
  await expectWellMade(elsewhere);
  await elsewhere.goto("/dashboard");
  await elsewhere.waitForURL(/\/sign-in\/second/);
  const code = await codeOf(secret, 1);
  const give = async (typed: string) => {
    await elsewhere.getByLabel("Code", { exact: true }).fill(typed);
    await elsewhere.getByRole("button", { name: "Go on" }).click();
  };
  await give("123");
  await expect(elsewhere.getByText(/That code is not right/)).toBeVisible();
  await give(code);
  await elsewhere.waitForURL("**/dashboard");

  await elsewhere.context().clearCookies();
  await begin();
  await give(code);
  await expect(elsewhere.getByText(/was used before/)).toBeVisible();
  await give((codes[0] ?? "").toLowerCase().replaceAll("-", " "));
  await elsewhere.waitForURL("**/assessments");
  await elsewhere.context().clearCookies();
  await begin();
  await give(codes[0] ?? "");
  await expect(elsewhere.getByText(/was used before/)).toBeVisible();
  await elsewhere.context().close();
});

/** A device that keeps keys, in the browser's own words. */
async function giveKeys(page: Page): Promise<void> {
  const device = await page.context().newCDPSession(page);
  await device.send("WebAuthn.enable");
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  });
}

test("who guesses codes behind a right password is locked out, and the owner hears of it", async ({ page }) => {
  const person = await signUp(page);
  const { codes } = await addApp(page, person.password);
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await signIn(page, person);
  await page.waitForURL(/\/sign-in\/second/);
  const give = async (typed: string) => {
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByLabel("Code", { exact: true }).fill(typed);
    await page.getByRole("button", { name: "Go on" }).click();
    await answered;
    await expect(page.getByText(/That code is not right/)).toBeVisible();
  };
  for (let count = 0; count < 8; count++) await give("000000");
  await give(codes[0] ?? "");
  await expect.poll(() => lettersTo(person.email).at(-1) ?? "").toContain("several wrong codes");
});

test("a passkey signs in alone, and is forgotten when it is removed", async ({ page }) => {
  await giveKeys(page);
  const person = await signUp(page);
  await page.goto("/settings/security");
  const passkeys = page.getByRole("region", { name: "Passkeys" });
  await passkeys.getByLabel("Name of this device").fill("My phone");
  await passkeys.getByLabel(/^Your password/).fill("not it at all");
  await passkeys.getByRole("button", { name: "Add a passkey" }).click();
  await expect(passkeys.getByText(/That is not right/).first()).toBeVisible();
  await passkeys.getByLabel("Name of this device").fill("My phone");
  await passkeys.getByLabel(/^Your password/).fill(person.password);
  await passkeys.getByRole("button", { name: "Add a passkey" }).click();
  await expect(passkeys.getByText("My phone").first()).toBeVisible();
  await expect(page.getByText("Your recovery codes")).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/sign-in?callbackUrl=%2Fassessments");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.waitForURL("**/assessments");

  await page.goto("/settings/security");
  await passkeys.getByText("Remove My phone").first().click();
  await passkeys
    .locator("details")
    .getByLabel(/^Your password/)
    .fill(person.password);
  await passkeys.locator("details").getByRole("button", { name: "Remove My phone" }).click();
  await expect(passkeys.getByText("You have no passkey.")).toBeVisible();
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByText("Your device did not sign in")).toBeVisible();
});

test("a team that asks for a second factor closes to a coach until they have one", async ({ page, browser }) => {
  const owner = await signUp(page, newPerson("Olga Entrena"));
  await page.goto("/teams");
  await page.getByLabel(/name/i).first().fill("Club Seguro");
  await page
    .getByRole("button", { name: /Create|Make/ })
    .first()
    .click();
  await page.waitForURL(/\/teams\/[0-9a-f-]{36}$/);
  const team = page.url();
  await expect(page.getByText("Before you ask it of others, set up your own.")).toBeVisible();

  const second = await (await browser.newContext({ locale: "en-GB" })).newPage();
  const coach = await signUp(second, newPerson("Eva Ayuda"));
  await page.getByRole("button", { name: /coach/i }).first().click();
  const link = await page.locator("input[readonly]").first().inputValue();
  await second.goto(new URL(link).pathname);
  await second
    .getByRole("button", { name: /Join|Accept/ })
    .first()
    .click();
  await second.waitForURL(/\/teams\//);

  await addApp(page, owner.password);
  await page.goto(team);
  await expect(page.getByText("One of you has none yet")).toBeVisible();
  await page.getByRole("button", { name: "Ask for a second factor" }).click();
  await expect(page.getByText("Everybody who works in this team signs in with a second factor.")).toBeVisible();

  await second.goto("/athletes");
  await second.waitForURL("**/settings/security");
  await expect(second.getByText("One of your teams asks everybody")).toBeVisible();
  await expectWellMade(second);
  await addApp(second, coach.password);
  await second.goto("/athletes");
  await expect(second).toHaveURL(/\/athletes/);
  await second.context().close();
});

test("on a shared device the page closes when nothing is done, and leads back", async ({ page }) => {
  const person = await signUp(page);
  await page.context().clearCookies();
  await page.clock.install();
  await page.goto("/sign-in");
  await page.getByLabel("Other people use this device").check();
  await signIn(page, person);
  await page.waitForURL("**/dashboard");
  await page.goto("/assessments");
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => {
    localStorage.setItem("marcha:draft:somebody", "{}");
    localStorage.setItem("marcha:pending:somebody:one", "{}");
  });
  await page.clock.fastForward("09:00");
  await expect(page).toHaveURL(/\/assessments$/);
  await page.clock.fastForward("02:00");
  await page.waitForURL(/\/sign-in\?locked=1/);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("marcha")))).toEqual([
    "marcha:pending:somebody:one",
  ]);
  await expect(page.getByText(/nothing was done for a while/)).toBeVisible();
  await page.goto("/assessments");
  await page.waitForURL(/\/sign-in\?callbackUrl=/);
  await signIn(page, person);
  await page.waitForURL("**/assessments");
});

test("a device that others use stays one through a passkey after the password, and through a new password", async ({ page }) => {
  await giveKeys(page);
  const person = await signUp(page);
  await page.goto("/settings/security");
  const passkeys = page.getByRole("region", { name: "Passkeys" });
  await passkeys.getByLabel(/^Your password/).fill(person.password);
  await passkeys.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("Your recovery codes")).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel("Other people use this device").check();
  await signIn(page, person);
  await page.waitForURL(/\/sign-in\/second/);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.waitForURL("**/dashboard");
  expect(await isShared(page)).toBe(true);

  await page.goto("/settings/account");
  await page.getByLabel("Present password").fill(person.password);
  await page.getByLabel("New password").fill("another walk in the park");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("Your password is changed, and all other sessions were ended.")).toBeVisible();
  expect(await isShared(page)).toBe(true);
});

test("a person sees where they are signed in, and ends what is not here any more", async ({ page, browser }) => {
  const person = await signUp(page);
  const office = await browser.newContext({
    locale: "en-GB",
    userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0",
  });
  const elsewhere = await office.newPage();
  await page.goto("/settings/security");
  const sessions = page.getByRole("region", { name: "Your sessions" });
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await expect(sessions.getByRole("listitem").filter({ hasText: "This one" })).toContainText("Signed up on");
  await expect(sessions.getByText("No other session is open.")).toBeVisible();

  await elsewhere.goto("/sign-in");
  await signIn(elsewhere, person);
  await elsewhere.waitForURL("**/dashboard");
  await page.reload();
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  const other = sessions.getByRole("listitem").filter({ hasText: "Firefox · Windows" });
  await expect(other).toContainText("with a password. Used in the last minutes.");
  await expect(other).not.toContainText("This one");
  await other.getByText("End session: Firefox · Windows").first().click();
  await expectWellMade(page);

  await other.getByLabel(/^Your password/).fill("not it at all");
  await other.getByRole("button", { name: "End session: Firefox · Windows" }).click();
  await expect(other.getByText(/That is not right/).first()).toBeVisible();
  await elsewhere.goto("/assessments");
  await expect(elsewhere).toHaveURL(/\/assessments$/);
  await other.getByLabel(/^Your password/).fill(person.password);
  await other.getByRole("button", { name: "End session: Firefox · Windows" }).click();
  await expect(sessions.getByRole("status")).toHaveText("Ended: Firefox · Windows.");
  await expect(sessions.getByRole("status")).toBeFocused();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await elsewhere.goto("/assessments");
  await elsewhere.waitForURL(/\/sign-in\?/);
  await office.close();

  await page.goto("/settings/security");
  await sessions.getByRole("button", { name: "Sign out here" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.goto("/settings/security");
  await page.waitForURL(/\/sign-in\?/);
});
