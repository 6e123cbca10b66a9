import { spawnSync } from "node:child_process";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";

const predict = (parameters: string[], input = "") => {
  const { status, stdout, stderr } = spawnSync(
    "node",
    ["--conditions=react-server", "--import", "tsx", "lib/inference/predict-cli.ts", ...parameters],
    {
      input,
      encoding: "utf8",
    },
  );
  const rows: string[][] = parse(stdout, { relax_column_count: true });
  return { status, stdout, stderr, rows };
};

describe("npm run predict", () => {
  it("lists each model with its columns", () => {
    const { status, stdout } = predict(["--list"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^gait-age-walk \(walk\): .*speed.*height_cm.*weight_kg.*sex/m);
    expect(stdout).toMatch(/^zone-walk-force .*vertical_force_first_peak_left/m);
  });

  it("answers row for row, ignores other columns, and reads either decimal mark", () => {
    const { status, stderr, rows } = predict(
      ["gait-age-walk"],
      'name,speed,height_cm,weight_kg,sex\nA,1.1,170,70,female\nB,"1,1",170,70,female\nC,1.6,185,80,male\n',
    );
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(rows[0]).toEqual(["prediction", "lower", "upper"]);
    expect(rows).toHaveLength(4);
    expect(rows[1]).toEqual(rows[2]);
    for (const row of rows.slice(1)) {
      const [value = 0, lower = 0, upper = 0] = row.map(Number);
      expect(lower < value && value < upper).toBe(true);
    }
  });

  it("leaves a bad row empty, says why and fails", () => {
    const { status, stderr, rows } = predict(
      ["injury-walk"],
      "speed,height_cm,weight_kg,sex,age_years\n1.2,170,70,female,40\n12,170,70,female,40\n,170,70,female,40\n1.2,170,70,female,15\n1.2,170,70,x,40\n",
    );
    expect(status).toBe(1);
    expect(rows.map((row) => row.join("") !== "")).toEqual([true, true, false, false, false, false]);
    expect(stderr).toMatch(/row 2: speed: 12: out of range \(0\.1 to 3\)/);
    expect(stderr).toMatch(/row 3: lacks speed/);
    expect(stderr).toMatch(/row 4: age_years: 15/);
    expect(stderr).toMatch(/row 5: sex: x/);
  });

  it("names the models where it is asked for one there is not", () => {
    const { status, stderr } = predict(["none"]);
    expect(status).toBe(2);
    expect(stderr).toContain("zone-walk-force");
  });

  it("refuses rows that are not as long as the header: a decimal comma must not become another number", () => {
    const { status, stderr, rows } = predict(
      ["gait-age-walk"],
      "height_cm,weight_kg,sex,speed\n168,62,female,1,35\n168,62,female\n168,62,female,1.35\n",
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/row 1: has 5 cells where the header has 4/);
    expect(stderr).toMatch(/row 2: has 3 cells where the header has 4/);
    expect(rows.map((row) => row.join("") !== "")).toEqual([true, false, false, true]);
  });

  it("reads a table with semicolons and decimal commas like one with commas and points", () => {
    const semicolons = predict(["gait-age-walk"], "height_cm;weight_kg;sex;speed\n168;62,5;female;1,35\n");
    const commas = predict(["gait-age-walk"], "height_cm,weight_kg,sex,speed\n168,62.5,female,1.35\n");
    expect(semicolons).toEqual(commas);
    expect(semicolons.status).toBe(0);
    expect(semicolons.rows).toHaveLength(2);
  });

  it("refuses a file that names a column twice", () => {
    const { status, stdout, stderr } = predict(["gait-age-walk"], "speed,height_cm,weight_kg,sex,speed\n1,168,62,female,1.35\n");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("speed more than once");
  });

  it.each(["", "speed,height_cm,weight_kg,sex\n"])("answers no rows with a header: %j", (input) => {
    expect(predict(["gait-age-walk"], input)).toMatchObject({ status: 0, stdout: "prediction,lower,upper\n", stderr: "" });
  });
});
