import { readTable } from "./csv-table";
import { columnsOfFeature, registry } from "./index";
import type { Model } from "./model";
import { predictTable } from "./predict-table";

// npm run predict -- <model> < in.csv > out.csv      npm run predict -- --list
// One output row per input row; a row that cannot be answered is left empty, its reason goes to stderr and the exit code is 1.
// A file that cannot be read, or a model there is not, is said on stderr and the exit code is 2.

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
  const table = readTable(text);
  if (!table.ok) {
    process.stderr.write(`${table.error}\n`);
    return 2;
  }
  let failed = false;
  await predictTable(model, table.value, {
    write: (csv) => process.stdout.write(csv),
    complain: (row, message) => {
      failed = true;
      process.stderr.write(`row ${row}: ${message}\n`);
    },
  });
  return failed ? 1 : 0;
}

async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

process.exitCode = await main(process.argv[2]);
