import { expect, type Page, test } from "@playwright/test";
import { signInAsDemo, signUp } from "./people";
import { expectWellMade } from "./well-made";

/** As a spreadsheet of a Spanish clinic saves it: semicolons, decimal commas, km/h, its own names, and faults. */
const clinic = (mark: string) =>
  [
    "Nombre;Fecha de nacimiento;Sexo;Fecha;Velocidad (km/h);Talla (m);Peso;Tiempo de contacto (ms) izq;Tiempo de contacto (ms) der;Color favorito",
    `Rosa ${mark};03/04/1975;Mujer;05/06/2025;4,9;1,66;61,5;610;620;azul`,
    `Rosa ${mark};03/04/1975;Mujer;07/08/2025;5,0;1,66;61,0;605;612;azul`,
    `Blas ${mark};13/04/1968;H;05/06/2025;4,4;1,79;82;655;640;`,
    `Blas ${mark};13/04/1968;H;05/06/2025;4,4;1,79;82;655;640;`,
    `Mal ${mark};13/04/1968;H;05/06/2025;49;1,79;82;655;640;`,
    `Niña ${mark};13/04/2015;Mujer;05/06/2025;4,4;1,50;40;655;640;`,
  ].join("\r\n");

const choose = async (page: Page, name: string, text: string, mimeType = "text/csv") => {
  await page.getByLabel("File", { exact: true }).setInputFiles({ name, mimeType, buffer: Buffer.from(text, "utf8") });
  await page.getByRole("button", { name: "Look at it" }).click();
};

const mark = () => `P${Date.now().toString(36)}`;

test("a clinic's file: columns are looked through, rows checked before they are written, and written once", async ({ page }) => {
  const who = mark();
  await signInAsDemo(page, "clubOwner");
  await page.goto("/import");
  await choose(page, "visitas.csv", clinic(who));
  await expect(page.getByRole("heading", { level: 1, name: "What do the columns mean?" })).toBeVisible();
  await expect(page.getByText("read as km/h and converted to m/s: 4,9")).toBeVisible();
  const unused = page.getByRole("region", { name: "Left out" }).getByRole("listitem");
  await expect(unused).toHaveCount(1);
  await expect(unused).toContainText("Color favorito");

  await page.getByText("Make a record for each of them").click();
  await page.getByRole("button", { name: "Look at every row" }).click();
  await expect(page.getByText("Say that you obtained their consent").first()).toBeVisible();
  await page.getByLabel(/^I obtained the consent of each of them/).check();
  await page.getByRole("button", { name: "Look at every row" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "3 assessments would be added" })).toBeVisible();
  await expect(page.getByText("2 people get a record.")).toBeVisible();
  const refused = page.getByRole("region", { name: "Refused rows" });
  await expect(refused.getByRole("row").filter({ hasText: "49" })).toContainText("Velocidad (km/h)");
  await expect(refused.getByRole("row").filter({ hasText: "under 18" })).toContainText("6");
  await expectWellMade(page);

  await page.getByRole("button", { name: "Add 3 assessments" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "3 assessments were added" })).toBeVisible({ timeout: 30_000 });
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the refused rows (CSV)" }).click();
  const file = await (await download).createReadStream();
  const text = Buffer.concat(await file.toArray()).toString("utf8");
  expect(text).toContain(`Mal ${who}`);
  expect(text).toContain("It must be from");

  await page.getByRole("link", { name: "To the athletes" }).click();
  await page.getByLabel("Find by name or identifier").fill(`rosa ${who}`);
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(page.getByText("1 athlete found.")).toBeVisible();

  await page.goto("/import");
  await choose(page, "visitas.csv", clinic(who));
  await expect(page.getByText("as last time").first()).toBeVisible();
  await page.getByRole("button", { name: "Look at every row" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "No row would be added" })).toBeVisible();
  await expect(page.getByText("Same person, time and values: left alone.")).toBeVisible();
});

test("a column that means something else is said so, and an athlete's own file goes into their record", async ({ page }) => {
  await signUp(page);
  await page.goto("/settings");
  await page.getByRole("link", { name: "Bring in a file" }).click();
  await choose(page, "mine.csv", "when,how quick,height_cm,weight_kg\n2025-03-04,1.31,168,62\n2025-05-04,1.34,168,62\n");
  for (const [column, meaning] of [
    ["when", "Date, or date and time"],
    ["how quick", "Speed"],
  ] as const) {
    await page.getByRole("button", { name: `Change: ${column}` }).click();
    await page.getByLabel(`Meaning of ${column}`).selectOption(meaning);
  }
  await page.getByRole("button", { name: "Look at every row" }).click();
  await page.getByRole("button", { name: "Add 2 assessments" }).click();
  await page.getByRole("link", { name: "To the assessments" }).click();
  await expect(page.getByRole("row")).toHaveCount(3);
});

test("what is no table is refused with what to do, and another person's import is not found", async ({ page, browser }) => {
  await signUp(page);
  await page.goto("/import");
  await choose(page, "book.xlsx", "PK\u0003\u0004…");
  await expect(page.getByText("This is a workbook, not a CSV file.")).toBeVisible();
  const address = page.url();
  await page.goto("/import");
  await page.getByRole("button", { name: "Look at it" }).click();
  await expect(page.getByText("Choose a file first.")).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await signUp(other);
  expect((await other.goto(address))?.status()).toBe(404);
  expect((await other.request.put(`${address}/pieces/0`, { data: "a,b\n1,2\n" })).status()).toBe(404);
  await other.context().clearCookies();
  expect((await other.request.put(`${address}/pieces/0`, { data: "a,b\n1,2\n" })).status()).toBe(401);
  await other.context().close();
});

test("an import goes on while nobody looks, and can be cancelled", async ({ page }) => {
  const who = mark();
  await signInAsDemo(page, "clubOwner");
  await page.goto("/import");
  const rows = Array.from(
    { length: 400 },
    (_, index) => `Uno ${who},1970-01-02,male,${new Date(Date.UTC(2024, 0, 1, index)).toISOString()},walk,1.2,170,70`,
  );
  await choose(page, "many.csv", `name,birth_date,sex,measured_at,protocol,speed,height_cm,weight_kg\n${rows.join("\n")}\n`);
  await page.getByText("Make a record for each of them").click();
  await page.getByLabel(/^I obtained the consent of each of them/).check();
  await page.getByRole("button", { name: "Look at every row" }).click();
  await page.getByRole("button", { name: "Add 400 assessments" }).click();
  await expect(page.getByRole("progressbar", { name: "Adding the assessments" })).toBeVisible();
  await page.goto("/dashboard");
  await page.goto("/import");
  await page.getByRole("link", { name: "many.csv" }).first().click();
  await page.getByRole("button", { name: "Cancel the import" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel the import" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /The import was cancelled after|assessments were added/ })).toBeVisible();
});
