import { describe, expect, it } from "vitest";
import type { Model } from "./model";
import { predictTable } from "./predict-table";
import { requireFinite } from "./raw-output";
import { card, fakeModel, zoneOutput } from "./testing/cards";

async function answered(model: Model, rows: string[][], header = ["speed"]) {
  const complaints: string[] = [];
  let text = "";
  await predictTable(
    model,
    { header, rows },
    {
      write: (csv) => {
        text += csv;
      },
      complain: (row, message) => complaints.push(`row ${row}: ${message}`),
    },
  );
  return { text, complaints };
}

/** Answers what it is given, and with no number above 2. */
const doubtful = fakeModel(card({}), ([speed = 0]) => [speed > 2 ? Number.NaN : speed]);

describe("a table's answers", () => {
  it.each([
    ["the model fails over it", { ...doubtful, run: async (numbers: Float32Array) => requireFinite(await doubtful.run(numbers)) }],
    ["the model lets it through", doubtful],
  ])("leave empty the one row whose answer is no number, where %s", async (_, model) => {
    const { text, complaints } = await answered(model, [["1.5"], ["2.5"], ["1.25"]]);
    expect(text).toBe("prediction,lower,upper\n1.500000,-8.500000,11.500000\n,,\n1.250000,-8.750000,11.250000\n");
    expect(complaints).toEqual(["row 2: the model's answer is no number"]);
  });

  it("keep to the rows over more than one run of the model", async () => {
    const rows = Array.from({ length: 1003 }, (_, index) => (index === 700 ? ["1", "2"] : ["1"]));
    const { text, complaints } = await answered(doubtful, rows);
    const lines = text.trimEnd().split("\n");
    expect(lines).toHaveLength(1004);
    expect(lines.flatMap((line, index) => (line === ",," ? [index] : []))).toEqual([701]);
    expect(complaints).toEqual(["row 701: has 2 cells where the header has 1"]);
  });

  it("of one column mark an empty row, so that no reader skips it", async () => {
    const output = { ...zoneOutput({ injured: 0.5 }, { injured: 0.2 }), healthyClass: null, zones: [] };
    const { text } = await answered(
      fakeModel(card({ output, question: "injury" }), () => [0.5]),
      [["1"], [""], ["1"]],
    );
    expect(text).toBe('injured\n0.500000\n""\n0.500000\n');
  });
});
