import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { newPerson, signUp } from "./people";
import { expectWellMade } from "./well-made";

type Scope = "Read" | "Write" | "Predict";

/** Makes a token on its page and takes it from there, as a person would copy it. */
async function makeToken(page: Page, name: string, scopes: readonly Scope[]): Promise<string> {
  await page.goto("/settings/tokens");
  await page.getByLabel("What is it for?").fill(name);
  for (const scope of ["Read", "Write", "Predict"] as const) {
    await page.getByRole("checkbox", { name: new RegExp(`^${scope}:`) }).setChecked(scopes.includes(scope));
  }
  await page.getByRole("button", { name: "Make the token" }).click();
  const token = page.getByLabel("Token", { exact: true });
  await expect(token).toHaveValue(/^marcha_[\w-]{43}$/);
  return token.inputValue();
}

async function makeTeam(page: Page, name: string): Promise<string> {
  await page.goto("/teams");
  await page.getByLabel("Name of the team").fill(name);
  await page.getByRole("button", { name: "Make the team" }).click();
  await page.waitForURL(/\/teams\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** A plain HTTP client: no cookies, a token. */
function clientOf(request: APIRequestContext, token: string) {
  const headers = { authorization: `Bearer ${token}` };
  return {
    get: (path: string, more: Record<string, string> = {}) => request.get(`/api/v1${path}`, { headers: { ...headers, ...more } }),
    post: (path: string, data: unknown, more: Record<string, string> = {}) =>
      request.post(`/api/v1${path}`, { data, headers: { ...headers, ...more } }),
  };
}

const patientOf = (teamId: string) => ({
  team_id: teamId,
  name: "Bruno Paciente",
  birth_date: "1982-05-17",
  sex: "male",
  consent: { scope: "record", obtained_how: "signed", obtained_on: "2026-01-15" },
});

const walk = {
  protocol: "walk",
  reason: "checkup",
  measured_at: "2026-03-02T09:30:00+01:00",
  time_zone: "Europe/Madrid",
  measurements: { speed: 1.21, height_cm: 176, weight_kg: 78 },
};

test("a program adds an athlete, records, predicts, repeats itself without harm, and is out when its token is revoked", async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  await signUp(page, newPerson("Tomás Clínica"));
  const teamId = await makeTeam(page, "Clínica Programa");
  const token = await makeToken(page, "Clinic records", ["Read", "Write", "Predict"]);
  await expectWellMade(page);
  const client = clientOf(request, token);

  const made = await client.post("/athletes", patientOf(teamId));
  expect(made.status()).toBe(201);
  const { id: athleteId } = await made.json();
  const key = { "idempotency-key": randomUUID() };
  const recorded = await client.post(`/athletes/${athleteId}/assessments`, walk, key);
  expect([recorded.status(), recorded.headers()["idempotency-replayed"]]).toEqual([201, undefined]);
  const assessment = await recorded.json();
  expect(recorded.headers().location).toBe(`/api/v1/assessments/${assessment.id}`);
  expect(assessment.predictions.map(({ model }: { model: string }) => model)).toContain("gait-age-walk");
  const again = await client.post(`/athletes/${athleteId}/assessments`, walk, key);
  expect([again.status(), again.headers()["idempotency-replayed"], await again.json()]).toEqual([201, "true", assessment]);
  const { data } = await (await client.get(`/athletes/${athleteId}/assessments`)).json();
  expect(data).toHaveLength(1);

  const predictions = await client.get(`/assessments/${assessment.id}/predictions`);
  const { etag = "", ratelimit, "cache-control": cache } = predictions.headers();
  expect([ratelimit, cache]).toEqual([expect.stringMatching(/^"person";r=\d+;t=\d+$/), "private, no-cache"]);
  expect((await predictions.json()).data).toEqual(assessment.predictions);
  expect((await client.get(`/assessments/${assessment.id}/predictions`, { "if-none-match": etag })).status()).toBe(304);

  const asked = await client.post("/predictions", {
    protocol: "walk",
    rows: [{ speed: 1.3, sex: "male", height_cm: 176, weight_kg: 78 }, { speed: 99 }],
  });
  const results: { errors?: { pointer: string }[] }[] = (await asked.json()).data;
  expect(results.map(({ errors }) => errors?.map(({ pointer }) => pointer))).toEqual([undefined, ["/rows/1/speed"]]);

  // What the program stored is on the pages.
  await page.goto(`/athletes/${athleteId}`);
  await expect(page.getByRole("heading", { name: /Bruno Paciente/ })).toBeVisible();
  await expect(page.locator(`main a[href="/assessments/${assessment.id}"]`).first()).toBeVisible();

  await page.goto("/settings/tokens");
  await expect(page.getByText(/Last used on/)).toBeVisible();
  await expect(page.getByText(token)).toHaveCount(0);
  await page.getByRole("button", { name: "Revoke the token Clinic records" }).click();
  await expect(page.getByRole("cell", { name: "Revoked" })).toBeVisible();
  const refused = await client.get("/athletes");
  expect([refused.status(), refused.headers()["www-authenticate"], refused.headers()["content-type"]]).toEqual([
    401,
    expect.stringContaining("invalid_token"),
    "application/problem+json",
  ]);
});

test("a program gets no further than its person: scopes, teams, and a consent that ends", async ({
  page,
  browser,
  request,
  viewport,
  isMobile,
}) => {
  test.setTimeout(180_000);
  const somebody = async () => (await browser.newContext({ locale: "en-GB", timezoneId: "Europe/Madrid", viewport, isMobile })).newPage();
  await signUp(page, newPerson("Olga Entrena"));
  const teamId = await makeTeam(page, "Club Programa");
  await page.getByRole("button", { name: "Make a link for an athlete" }).click();
  const link = page.getByLabel("Link", { exact: true });
  await expect(link).toHaveValue(/\/invitations\/[\w-]{43}$/);
  const invitation = new URL(await link.inputValue()).pathname;
  const reader = clientOf(request, await makeToken(page, "Reads only", ["Read"]));

  const athlete = await somebody();
  await signUp(athlete, newPerson("Ana Corre"));
  await athlete.goto(invitation);
  await athlete
    .getByRole("radio", { name: /record/i })
    .first()
    .check();
  await athlete.getByRole("button", { name: "Share my record" }).click();
  await athlete.waitForURL(/\/sharing/);

  const { data } = await (await reader.get(`/athletes?team=${teamId}`)).json();
  expect(data).toMatchObject([{ name: "Ana Corre", own: false, may_record: true }]);
  const path = `/athletes/${data[0].id}`;
  expect((await reader.get(path)).status()).toBe(200);
  expect((await reader.post(`${path}/assessments`, walk)).status()).toBe(403);

  const other = await somebody();
  await signUp(other, newPerson("Eva Ajena"));
  const stranger = clientOf(request, await makeToken(other, "Elsewhere", ["Read", "Write"]));
  for (const each of [path, `${path}/assessments`, `/athletes?team=${teamId}`]) expect((await stranger.get(each)).status()).toBe(404);
  expect((await stranger.post(`${path}/assessments`, walk)).status()).toBe(404);
  expect((await stranger.post("/athletes", patientOf(teamId))).status()).toBe(404);

  await athlete.goto("/sharing");
  await athlete
    .getByRole("button", { name: /^Withdraw/ })
    .first()
    .click();
  await expect(athlete.getByText(/Club Programa no longer sees your record/)).toBeVisible();
  expect((await reader.get(path)).status()).toBe(404);
  expect((await (await reader.get(`/athletes?team=${teamId}`)).json()).data).toEqual([]);
  await athlete.context().close();
  await other.context().close();
});

test("the description of the API reads without a request to anybody else, and fits a phone", async ({ page, baseURL }) => {
  // The longest page there is, for axe too.
  test.slow();
  const elsewhere: string[] = [];
  page.on("request", (sent) => {
    if (!sent.url().startsWith(baseURL ?? "") && !sent.url().startsWith("data:")) elsewhere.push(sent.url());
  });
  await page.goto("/api-docs");
  await expect(page.getByRole("heading", { name: "Record an assessment" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(11);
  expect(elsewhere).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(width).toBe(0);
  // A link to an object opens it.
  await page.locator("#addAssessment").getByRole("link", { name: "NewAssessment" }).click();
  await expect(page.getByText("measured_at", { exact: true }).first()).toBeVisible();
  await expectWellMade(page);
});
