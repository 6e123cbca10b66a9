import { expect, type Page, test } from "@playwright/test";
import { next, save, signUp } from "./people";
import { expectWellMade } from "./well-made";

const force = {
  vertical_force_first_peak: ["1.02", "1.10"],
  vertical_force_valley: ["0.86", "0.78"],
  vertical_force_second_peak: ["0.98", "1.05"],
  braking_force_peak: ["0.11", "0.16"],
  propulsive_force_peak: ["0.12", "0.19"],
  medial_force_first_peak: ["0.04", "0.05"],
  medial_force_second_peak: ["0.03", "0.05"],
  lateral_force_peak: ["0.03", "0.04"],
  cop_path_ap: ["0.23", "0.26"],
  cop_path_ml: ["0.035", "0.033"],
};
const kinematics = {
  step_rate: ["164", "166"],
  stride_length: ["2.10", "2.08"],
  contact_time: ["0.290", "0.295"],
  swing_time: ["0.440", "0.436"],
  vertical_oscillation: ["92", "90"],
  foot_strike_angle: ["16", "18"],
  ankle_dorsiflexion_peak: ["22", "21"],
  ankle_eversion_peak: ["7", "6"],
  ankle_rotation_peak: ["1", "2"],
  foot_progression_angle: ["-5", "-6"],
  pronation_onset: ["20", "19"],
  pronation_offset: ["54", "52"],
};

/** Fills the form as far as its gait step, then both sides of each metric. */
async function fillSides(page: Page, protocol: "Walking" | "Running", speed: string, metrics: Record<string, string[]>): Promise<void> {
  await page.goto("/assessments/new");
  await page.getByText(protocol, { exact: true }).first().click();
  await page.getByText("A complaint", { exact: true }).first().click();
  await next(page, "Body");
  await page.getByLabel("Height", { exact: true }).fill("168");
  await page.getByLabel("Weight", { exact: true }).fill("62.5");
  await next(page, "Gait");
  await page.getByLabel("Speed", { exact: true }).fill(speed);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("main form details")) details.setAttribute("open", "");
  });
  for (const [code, sides] of Object.entries(metrics)) {
    const left = page.locator(`[name="${code}_left"]`);
    if (!(await left.isVisible()))
      await page
        .locator(`[name="${code}"]`)
        .locator("xpath=ancestor::fieldset[2]")
        .getByRole("button", { name: "Enter left and right" })
        .click();
    await left.fill(sides[0] ?? "");
    await page.locator(`[name="${code}_right"]`).fill(sides[1] ?? "");
  }
  for (const step of ["Clinical tests", "Pain and injury", "Check and save"]) await next(page, step);
}

test("force plates of both sides: zones on the body figure, reached by keyboard, each with its sentence and its base rate", async ({
  page,
}) => {
  await signUp(page);
  await fillSides(page, "Walking", "1.1", force);
  await save(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Your walking pattern");
  const figure = page.getByRole("figure", { name: "Injury picture" });
  const knee = figure.getByRole("button", { name: /Knee/ }).first();
  await knee.focus();
  await page.keyboard.press("Enter");
  await expect(
    figure
      .getByText(/Of 100 people who walk like this and came with a complaint, .+ treated for the knee; among all who came it is \d+\./)
      .first(),
  ).toBeVisible();
  await expect(figure.getByText(/not assessed/i).first()).toBeVisible();
  await expect(page.getByText("Gait age from force plates", { exact: false }).first()).toBeVisible();
  await expectWellMade(page);
});

test("running with its kinematics: a gait age of its own", async ({ page }) => {
  await signUp(page);
  await fillSides(page, "Running", "2.9", kinematics);
  await save(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /Your running pattern is typical of people aged \d\d to \d\d; you are 44\./,
  );
  await expect(page.getByText(/Of 100 people who run like this and came to the clinic, about \d+ were injured/).first()).toBeVisible();
  await expectWellMade(page);
});
