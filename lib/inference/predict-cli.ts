import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { readPredictionRow } from "./csv-row";
import { columnsOfFeature, type ModelPrediction, predictRows, registry } from "./index";
import type { Model } from "./model";

// npm run predict -- <model> < in.csv > out.csv      npm run predict -- --list
// One output row per input row; a row that cannot be answered is left empty, its reason goes to stderr and the exit code is 1.

const rowsPerRun = 500;
const recordsSchema = z.array(z.record(z.string(), z.string()));

function records(text: string): Record<string, string>[] {
  return recordsSchema.parse(parse(text, { columns: true, skip_empty_lines: true, bom: true, trim: true, relax_column_count: true }));
}

async function main(name: string | undefined): Promise<number> {
  const { models, refused } = await registry();
  for (const { name: refusedName, reason } of refused) process.stderr.write(`${refusedName}: refused: ${reason}\n`);
  if (name === "--list") {
    for (const { card } of models) process.stdout.write(`${card.name} (${card.protocol}): ${inputColumns(card).join(" ")}\n`);
    return 0;
  }
  const model = models.find(({ card }) => card.name === name);
  if (!model) {
    process.stderr.write(
      `Usage: npm run predict -- <model> < in.csv > out.csv\nModels: ${models.map(({ card }) => card.name).join(", ")}\n`,
    );
    return 2;
  }
  return answer(model, await readStandardInput());
}

function inputColumns(card: Model["card"]): string[] {
  const names = card.features.flatMap((feature) => {
    if (feature.code === "bmi") return ["height_cm", "weight_kg"];
    return columnsOfFeature(feature).map((column) => (feature.required ? column : `[${column}]`));
  });
  return [...new Set(names)];
}

async function answer(model: Model, text: string): Promise<number> {
  const rows = records(text).map((record) => readPredictionRow(record, model.card));
  const output = outputColumns(model.card);
  process.stdout.write(stringify([output]));
  let failed = false;
  const complain = (index: number, message: string) => {
    failed = true;
    process.stderr.write(`row ${index + 1}: ${message}\n`);
  };
  for (let start = 0; start < rows.length; start += rowsPerRun) {
    const chunk = rows.slice(start, start + rowsPerRun);
    const answers = await predictRows(
      model,
      chunk.flatMap((row) => (row.ok ? [row.value] : [])),
      { reason: "complaint", explain: false },
    );
    let next = 0;
    const lines = chunk.map((row, offset) => {
      if (!row.ok) {
        complain(start + offset, row.error.join("; "));
        return output.map(() => "");
      }
      const result = answers[next++];
      if (result?.ok) return outputValues(result.prediction.outcome);
      complain(
        start + offset,
        result?.why === "missing"
          ? `lacks ${result.missing.flatMap(({ columns }) => columns).join(", ")}`
          : "under 18: the models are for adults",
      );
      return output.map(() => "");
    });
    process.stdout.write(stringify(lines));
  }
  return failed ? 1 : 0;
}

function outputColumns(card: Model["card"]): string[] {
  return card.output.kind === "regression" ? ["prediction", "lower", "upper"] : card.output.classes;
}

function outputValues(outcome: ModelPrediction["outcome"]): string[] {
  const numbers =
    outcome.kind === "regression" ? [outcome.value, outcome.lower, outcome.upper] : outcome.classes.map(({ probability }) => probability);
  return numbers.map((value) => value.toFixed(6));
}

async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

process.exitCode = await main(process.argv[2]);
