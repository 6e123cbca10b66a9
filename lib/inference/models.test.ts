import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { dictionary } from "@/lib/measurements/dictionary";
import type { Card } from "./card";
import { baseColumn } from "./features";
import type { Model } from "./model";
import { predictRows } from "./predict";
import { openRegistry, type Registry } from "./registry";
import { type Columns, rowsOf } from "./rows";

// The models that ship: their files, their cards, and what the runtime makes of them.

const names = ["gait-age-force", "gait-age-run", "gait-age-walk", "injury-run", "injury-walk", "zone-walk-force"];
const fixtureSchema = z.object({ features: z.array(z.array(z.number().nullable())), outputs: z.array(z.array(z.number())) });
const opened: Registry = await openRegistry("models");

const byName = (name: string): Model => {
  const model = opened.models.find(({ card }) => card.name === name);
  if (!model) throw new Error(`${name} is not served`);
  return model;
};

/** A person at the training medians, `shift` of the way to the 95th percentile. */
function typicalColumns(card: Card, shift = 0): Columns {
  const columns: Record<string, number | string> = {};
  for (const feature of card.features) {
    const base = baseColumn(feature);
    const value = feature.median + shift * (feature.p95 - feature.median);
    if (feature.transform === "is") columns[base] = "male";
    else if (feature.transform === "value") columns[base] = value;
    else if (feature.transform === "mean") Object.assign(columns, { [`${base}_left`]: value, [`${base}_right`]: value });
    else if (columns[`${base}_left`] === undefined) Object.assign(columns, { [`${base}_left`]: value, [`${base}_right`]: value });
  }
  return columns;
}

it("are all served", () => {
  expect(opened.refused).toEqual([]);
  expect(opened.models.map(({ card }) => card.name)).toEqual(expect.arrayContaining(names));
});

it("weigh 8 MB at most together", () => {
  const bytes = names.reduce((sum, name) => sum + readFileSync(`models/${name}/model.onnx`).length, 0);
  expect(bytes).toBeLessThanOrEqual(8 * 1024 * 1024);
});

describe.each(names)("%s", (name) => {
  const model = byName(name);
  const { card } = model;

  it("gives here what it gave where it was trained", async () => {
    const fixture = fixtureSchema.parse(JSON.parse(readFileSync(`models/${name}/fixture.json`, "utf8")));
    expect(fixture.features.length).toBeGreaterThanOrEqual(500);
    const { values } = await model.run(Float32Array.from(fixture.features.flat(), (value) => value ?? Number.NaN));
    const worst = Math.max(
      ...values.flatMap((row, index) => row.map((value, column) => Math.abs(value - (fixture.outputs[index]?.[column] ?? Number.NaN)))),
    );
    expect(worst).toBeLessThanOrEqual(1e-4);
  });

  it("asks for what the dictionary knows, in its units", () => {
    for (const feature of card.features) expect([feature.code, feature.unit]).toEqual([feature.code, dictionary.get(feature.code)?.unit]);
  });

  it("answers with an interval or a base rate, and reasons", async () => {
    const [answer] = await predictRows(model, rowsOf([typicalColumns(card, 0.5)]), { reason: "complaint", explain: true });
    if (!answer?.ok) throw new Error("no answer");
    const { outcome, reasons } = answer.prediction;
    if (outcome.kind === "regression") {
      expect(outcome.lower).toBeLessThan(outcome.value);
      expect(outcome.upper).toBeGreaterThan(outcome.value);
    } else {
      for (const entry of outcome.classes) expect(entry.base).toBeGreaterThan(0);
      if (outcome.classes.length > 1) expect(outcome.classes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 4);
    }
    expect(reasons.length).toBeGreaterThan(1);
  });

  it("says what it lacks instead of guessing", async () => {
    const [answer] = await predictRows(model, rowsOf([{}]), { reason: "complaint", explain: false });
    expect(answer).toMatchObject({ ok: false, why: "missing" });
  });

  it("does not answer for people under 18", async () => {
    const [answer] = await predictRows(model, rowsOf([{ ...typicalColumns(card), age_years: 17 }]), {
      reason: "complaint",
      explain: false,
    });
    expect(answer).toEqual({ ok: false, why: "under_age" });
  });

  it("gives a row the same answer alone and in a batch", async () => {
    const rows = [0, 0.3, -0.4, 0.9].map((shift) => typicalColumns(card, shift));
    const together = await predictRows(model, rowsOf(rows), { reason: "checkup", explain: true });
    for (const [index, row] of rows.entries()) {
      const [alone] = await predictRows(model, rowsOf([row]), { reason: "checkup", explain: true });
      const [one, other] = [together[index], alone].map((answer) => (answer?.ok ? answer.prediction.outcome : null));
      expect(JSON.stringify(one, rounded)).toBe(JSON.stringify(other, rounded));
    }
  });
});

const rounded = (_key: string, value: unknown) => (typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value);

describe("a card that does not fit its file", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "marcha-models-"));
    for (const name of names) cpSync(`models/${name}`, path.join(folder, name), { recursive: true });
    const edit = (name: string, change: (card: Record<string, unknown>) => void) => {
      const file = path.join(folder, name, "card.json");
      const card: Record<string, unknown> = JSON.parse(readFileSync(file, "utf8"));
      change(card);
      writeFileSync(file, JSON.stringify(card));
    };
    writeFileSync(path.join(folder, "gait-age-run/model.onnx"), "not a graph");
    rmSync(path.join(folder, "gait-age-force/model.onnx"));
    edit("injury-walk", (card) => delete card.limits);
    edit("injury-run", (card) => {
      card.features = Array.isArray(card.features) ? card.features.slice(1) : [];
    });
    edit("zone-walk-force", (card) => {
      card.name = "another";
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("stops that model with its reason, and no other", async () => {
    const { models, refused } = await openRegistry(folder);
    expect(models.map(({ card }) => card.name)).toEqual(["gait-age-walk"]);
    const reasons = Object.fromEntries(refused.map(({ name, reason }) => [name, reason]));
    expect(reasons["gait-age-run"]).toContain("sha256");
    expect(reasons["gait-age-force"]).toContain("cannot be read");
    expect(reasons["injury-walk"]).toContain("limits");
    expect(reasons["injury-run"]).toContain("does not run");
    expect(reasons["zone-walk-force"]).toContain("names another");
  });
});
