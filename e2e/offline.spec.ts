import { expect, type Page, type Route, test } from "@playwright/test";
import { fillWalk, next, signIn, signUp } from "./people";
import { expectWellMade } from "./well-made";

/** Waits until this device can do without a connection, and the pages are the worker's. */
async function becomeReady(page: Page): Promise<void> {
  await expect(async () => {
    expect(await kept(page)).toEqual({ pages: ["/assessments/new", "/offline"], controlled: true, own: true });
  }).toPass({ timeout: 30_000 });
}

const kept = (page: Page) =>
  page.evaluate(async () => ({
    pages: (await (await caches.open("marcha-pages")).keys()).map(({ url }) => new URL(url).pathname).toSorted(),
    controlled: navigator.serviceWorker.controller !== null,
    own: localStorage.getItem("marcha:kept")?.startsWith(localStorage.getItem("marcha:owner") ?? "nobody") ?? false,
  }));

/** Fills a form, and finishes it with the connection gone: it waits on this device. */
async function finishWithoutConnection(page: Page, speed: string): Promise<void> {
  await fillWalk(page, { speed });
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Save and see the result" }).click();
  await expect(page.getByText("Kept on this device", { exact: true })).toBeVisible();
}

/** A tab that hears nothing of what others do, as one that slept: it keeps showing what it showed. */
async function keepOpen(page: Page): Promise<void> {
  await page.addInitScript(() => window.addEventListener("storage", (event) => event.stopImmediatePropagation()));
}

test("an assessment finished without a connection waits, is shown, and is sent once when the connection is back", async ({
  page,
  context,
}) => {
  await signUp(page);
  await becomeReady(page);
  await finishWithoutConnection(page, "1.2");
  await page.goto("/dashboard");
  await expect(page.getByRole("heading", { level: 1, name: "No connection" })).toBeVisible();
  await expect(page.getByText("Waiting to be sent")).toBeVisible();
  await expect(page.getByText(/^Walking,/)).toBeVisible();
  await expectWellMade(page);

  const other = await context.newPage();
  await context.setOffline(false);
  await Promise.all([page.goto("/assessments"), other.goto("/dashboard")]);
  await expect(async () => {
    await page.goto("/assessments");
    await expect(page.getByRole("row")).toHaveCount(2, { timeout: 2_000 });
  }).toPass();
  await expect(page.getByText("Waiting to be sent")).toBeHidden();
  await expect(other.getByText("Waiting to be sent")).toBeHidden();
  await page.reload();
  await expect(page.getByRole("row")).toHaveCount(2);
});

test("the form opens without a connection, and two of them are two assessments", async ({ page, context }) => {
  await signUp(page);
  await becomeReady(page);
  await context.setOffline(true);
  for (const speed of ["1.1", "1.3"]) await finishWithoutConnection(page, speed);
  await context.setOffline(false);
  await expect(async () => {
    await page.goto("/assessments");
    await expect(page.getByRole("row")).toHaveCount(3, { timeout: 2_000 });
  }).toPass();
});

test("what the server refuses goes back into its form", async ({ page, context }) => {
  await signUp(page);
  await finishWithoutConnection(page, "12");
  await context.setOffline(false);
  await page.goto("/dashboard");
  await page.getByRole("button", { name: "Put it right" }).click();
  await page.waitForURL("**/assessments/new");
  await expect(page.getByText("Waiting to be sent")).toBeHidden();
  await next(page, "Body");
  await next(page, "Gait");
  await expect(page.getByLabel("Speed", { exact: true })).toHaveValue("12");
});

test("another person on this device sees and sends nothing of it, and what they enter is theirs", async ({ page, context }) => {
  const first = await signUp(page);
  await becomeReady(page);
  await finishWithoutConnection(page, "1.2");
  await context.clearCookies();
  await context.setOffline(false);

  await signUp(page);
  await expect(page.getByText("Waiting to be sent")).toBeHidden();
  await page.goto("/assessments");
  await expect(page.getByRole("row")).toHaveCount(0);
  await becomeReady(page);
  await context.setOffline(true);
  await finishWithoutConnection(page, "1.4");
  await context.setOffline(false);
  await expect(async () => {
    await page.goto("/assessments");
    await expect(page.getByRole("row")).toHaveCount(2, { timeout: 2_000 });
  }).toPass();
  await context.clearCookies();

  await page.goto("/sign-in");
  await signIn(page, first);
  await page.waitForURL("**/dashboard");
  await expect(page.getByText("Sent and stored")).toBeVisible();
  await expectWellMade(page);
  await page.getByRole("link", { name: "See the result" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Your walking pattern");
});

test("what one person's tabs hold is not stored as the next one's, though those tabs are open still", async ({ page, context }) => {
  const first = await signUp(page);
  const filled = await context.newPage();
  for (const tab of [page, filled]) await keepOpen(tab);
  await finishWithoutConnection(page, "1.2");
  // The connection is back for everything but what is sent.
  const sending = (route: Route) => (route.request().headers()["next-action"] ? route.abort("internetdisconnected") : route.fallback());
  await context.route("**/*", sending);
  await context.setOffline(false);
  await fillWalk(filled, { speed: "1.3" });
  await context.clearCookies();
  await context.unroute("**/*", sending);
  const second = await context.newPage();
  await signUp(second);

  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(page.getByText("You are signed out: sign in, and it is sent.")).toBeVisible();
  await filled.getByRole("button", { name: "Save and see the result" }).click();
  await expect(filled.getByText("You are signed out", { exact: true })).toBeVisible();
  await second.goto("/assessments");
  await expect(second.getByRole("row")).toHaveCount(0);

  await context.clearCookies();
  await second.goto("/sign-in");
  await signIn(second, first);
  await second.waitForURL("**/dashboard");
  await expect(second.getByText("Sent and stored")).toBeVisible();
  await filled.getByRole("button", { name: "Save and see the result" }).click();
  await filled.waitForURL(/\/assessments\/[0-9a-f-]{36}$/);
});

test("signing out asks first, and leaves nothing of Marcha on the device", async ({ page, context }) => {
  await signUp(page);
  await becomeReady(page);
  await finishWithoutConnection(page, "1.2");
  await context.setOffline(false);
  // The connection is back for everything but what is sent.
  await page.route("**/*", (route) => (route.request().headers()["next-action"] ? route.abort("internetdisconnected") : route.fallback()));
  await page.goto("/settings");
  await expect(page.getByText("Waiting to be sent")).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await page.getByRole("button", { name: "Sign out and delete it" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  expect(
    await page.evaluate(async () => ({
      stored: Object.keys(localStorage).filter((key) => key.startsWith("marcha")),
      caches: (await caches.keys()).filter((name) => name.startsWith("marcha")),
    })),
  ).toEqual({ stored: [], caches: [] });
});

test("a browser may put it among the device's applications", async ({ page, context, request }) => {
  await page.goto("/");
  const session = await context.newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A browser in a private window may install nothing: that is the window's, not the page's.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
  const manifest = await (await request.get("/manifest.webmanifest")).json();
  for (const { src } of manifest.icons) expect((await request.get(src)).headers()["content-type"]).toBe("image/png");
  expect((await request.get("/sw.js")).headers()["content-type"]).toContain("javascript");
});
