import { type Browser, expect, type Page, test } from "@playwright/test";
import { newPerson, type Person, recordWalk, signUp } from "./people";
import { expectWellMade } from "./well-made";

type Screen = { viewport: { width: number; height: number } | null; isMobile: boolean };

/** Another person, in a browser of their own of the same size. */
async function somebodyElse(browser: Browser, { viewport, isMobile }: Screen): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/Madrid", viewport, isMobile });
  return context.newPage();
}

async function makeTeam(page: Page, name: string): Promise<void> {
  await page.goto("/teams");
  await page.getByLabel("Name of the team").fill(name);
  await page.getByRole("button", { name: "Make the team" }).click();
  await page.waitForURL(/\/teams\/[0-9a-f-]{36}$/);
}

async function inviteAthlete(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Make a link for an athlete" }).click();
  const link = page.getByLabel("Link", { exact: true });
  await expect(link).toHaveValue(/\/invitations\/[\w-]{43}$/);
  return new URL(await link.inputValue()).pathname;
}

test("an athlete is invited, says yes, is seen and compared, withdraws, and is seen no more", async ({
  page,
  browser,
  viewport,
  isMobile,
}) => {
  test.setTimeout(180_000);
  const coach = page;
  await signUp(coach, newPerson("Olga Entrena"));
  const own = await recordWalk(coach, { speed: "1,4" });
  await makeTeam(coach, "Club Prueba");
  const teamPage = coach.url();
  const invitation = await inviteAthlete(coach);
  await expectWellMade(coach);

  // Signed out, the athlete follows the link, creates an account and comes back to it.
  const athlete = await somebodyElse(browser, { viewport, isMobile });
  await athlete.goto(invitation);
  await athlete.waitForURL(/\/sign-in\?callbackUrl=/);
  const person: Person = newPerson("Ana Corre");
  await signUp(athlete, person);
  const assessment = await recordWalk(athlete, { speed: "1,1" });
  await athlete.goto(invitation);
  await expect(athlete.getByRole("heading", { level: 1 })).toContainText("Club Prueba asks you to share your record");
  await expect(athlete.getByText("Olga Entrena").first()).toBeVisible();
  await expectWellMade(athlete);
  await coach.goto(assessment);
  await expect(coach.getByText("There is nothing here")).toBeVisible();
  await athlete.getByRole("radio", { name: /view/i }).first().check();
  await athlete.getByRole("button", { name: "Share my record" }).click();
  await athlete.waitForURL(/\/sharing/);
  await expect(athlete.getByText("Club Prueba").first()).toBeVisible();
  await expectWellMade(athlete);

  // The link works once.
  const second = await somebodyElse(browser, { viewport, isMobile });
  await signUp(second, newPerson("Eva Ajena"));
  expect((await second.goto(invitation))?.status()).toBe(404);
  await second.context().close();

  // The coach sees the athlete: roster, page, result, comparison.
  await coach.goto("/athletes");
  await coach.getByRole("link", { name: "Ana Corre" }).first().click();
  await coach.waitForURL(/\/athletes\/[0-9a-f-]{36}$/);
  const athletePage = new URL(coach.url()).pathname;
  await expect(coach.getByRole("heading", { level: 1 })).toHaveText("Ana Corre");
  await expectWellMade(coach);
  await coach.goto(assessment);
  await expect(coach.getByRole("heading", { level: 1 })).toContainText("Ana Corre");
  expect((await coach.goto(`${assessment}/edit`))?.status()).toBe(404);
  expect((await coach.goto(`${athletePage}/assess`))?.status()).toBe(404);
  const dates = `/compare?assessments=${[own, assessment].map((path) => path.split("/").at(-1)).join(",")}`;
  expect((await coach.goto(dates))?.status(), "dates of two people are not one person's").toBe(404);

  // What the coach looked at is told.
  await athlete.goto("/sharing");
  await expect(athlete.getByText(/Olga Entrena/).first()).toBeVisible();

  // Withdrawn on one tap, and over with that request.
  await athlete
    .getByRole("button", { name: /^Withdraw/ })
    .first()
    .click();
  await expect(athlete.getByText(/Club Prueba no longer sees your record/)).toBeVisible();
  for (const path of [athletePage, assessment]) expect((await coach.goto(path))?.status()).toBe(404);
  await coach.goto("/athletes");
  await expect(coach.getByText("Ana Corre")).toHaveCount(0);
  await coach.goto(teamPage);
  await expect(coach.getByText("Nobody shares their record with this team yet.")).toBeVisible();
  await athlete.context().close();
});

test("a coach adds a patient, records for them, and hands the record over", async ({ page, browser, viewport, isMobile }) => {
  test.setTimeout(180_000);
  const coach = page;
  await signUp(coach, newPerson("Tomás Clínica"));
  await makeTeam(coach, "Clínica Prueba");
  await coach.getByRole("link", { name: "Add a patient" }).click();
  await coach.getByLabel("Name", { exact: true }).fill("Bruno Paciente");
  await coach.getByLabel("Day", { exact: true }).first().fill("17");
  await coach.getByLabel("Month").first().selectOption("5");
  await coach.getByLabel("Year", { exact: true }).first().fill("1982");
  await coach.getByText("Female", { exact: true }).click();
  await coach.getByText("View and record", { exact: true }).click();
  await coach.getByText("Signed on paper", { exact: true }).click();
  await coach.getByLabel("On which day").fill("2026-01-15");
  await coach.getByRole("button", { name: "Add the athlete" }).click();
  await coach.waitForURL(/\/athletes\/[0-9a-f-]{36}$/);
  const patientPage = new URL(coach.url()).pathname;
  const assessment = await recordWalk(coach, { speed: "1,05", at: `${patientPage}/assess` });
  await coach.goto(patientPage);
  await expectWellMade(coach);
  await coach.getByRole("button", { name: "Make the link" }).click();
  const link = coach.getByLabel("Link", { exact: true });
  await expect(link).toHaveValue(/\/invitations\//);
  const invitation = new URL(await link.inputValue()).pathname;

  // Somebody born on another day gets nothing of it.
  const stranger = await somebodyElse(browser, { viewport, isMobile });
  await signUp(stranger, newPerson("Otra Persona"), { day: "18", month: "5", year: "1982" });
  await stranger.goto(invitation);
  await stranger.getByRole("radio").first().check();
  await stranger.getByRole("button", { name: "Take my record over" }).click();
  await expect(stranger.getByText(/another date of birth or sex/)).toBeVisible();
  await expect(stranger.getByText("1982")).toHaveCount(0);
  await stranger.context().close();

  const patient = await somebodyElse(browser, { viewport, isMobile });
  await signUp(patient, newPerson("Bruno Paciente"));
  await patient.goto(invitation);
  await patient.getByRole("radio", { name: /view/i }).first().check();
  await patient.getByRole("button", { name: "Take my record over" }).click();
  await patient.waitForURL(/\/sharing/);
  await patient.goto(assessment);
  await expect(patient.getByRole("heading", { level: 1 })).toContainText("Your walking pattern");
  await patient.goto("/assessments");
  await expect(patient.getByRole("row").or(patient.getByRole("listitem")).filter({ hasText: /2026/ })).not.toHaveCount(0);
  expect((await coach.goto(patientPage))?.status(), "the record without a sign-in is part of another").toBe(404);
  expect((await coach.goto(assessment))?.status()).toBe(200);
  await patient.context().close();
});
