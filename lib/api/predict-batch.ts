import "server-only";
import { setImmediate } from "node:timers/promises";
import type { z } from "zod";
import { type Answer, answersOf, type Columns, type PredictOptions, type Reason, type Registry, registry, rowsOf } from "@/lib/inference";
import { derivedValues } from "@/lib/measurements/derived";
import { type Measurements, parseMeasurements } from "@/lib/measurements/schema";
import type { Protocol } from "@/lib/measurements/vocabulary";
import { rowIn } from "./columns";
import { problemsOf } from "./measurement-problems";
import { presentPredictions } from "./present";
import type { FieldProblem } from "./problem";
import type * as schemas from "./schemas";
import { check } from "./validate";

type Result = z.input<typeof schemas.predictionResult>;
export type Batch = { protocol: Protocol; reason: Reason; explain: boolean; rows: readonly unknown[] };

/** A run of the models holds the process: with reasons each row is one more run per group of inputs. */
const rowsPerRun = { plain: 100, explained: 10 } as const;

/** Every model's answer to every row, or why a row was refused. Others are served between two runs. */
export async function predictBatch({ protocol, reason, explain, rows }: Batch): Promise<Result[]> {
  const size = explain ? rowsPerRun.explained : rowsPerRun.plain;
  const results: Result[] = [];
  for (let from = 0; from < rows.length; from += size) {
    const read = rows.slice(from, from + size).map((row, index) => readRow(row, from + index, protocol));
    results.push(...(await answer(read, { protocol, reason, explain })));
  }
  return results;
}

type ReadRow = { row: number } & ({ columns: Columns } | { errors: FieldProblem[] });

type Given = Readonly<Record<string, unknown>>;

function readRow(row: unknown, index: number, protocol: Protocol): ReadRow {
  const given: Given | null = typeof row === "object" && row !== null && !Array.isArray(row) ? { ...row } : null;
  const parsed = parseMeasurements(given ?? {}, protocol);
  const well = (values: Measurements): ReadRow => ({ row: index, columns: { ...derivedValues(values, { protocol }), ...values } });
  if (given && parsed.ok && cameAsRead(given, parsed.value)) return well(parsed.value);
  const shape = check(rowIn, row);
  const shapeProblems = shape.ok ? [] : shape.error.map((each) => ({ ...each, pointer: `/rows/${index}${each.pointer}` }));
  const named = new Set(shapeProblems.map(({ pointer }) => pointer));
  const problems = parsed.ok ? [] : problemsOf(parsed.error, protocol, ["rows", String(index)]);
  const errors = [...shapeProblems, ...problems.filter(({ pointer }) => !named.has(pointer))];
  return parsed.ok && errors.length === 0 ? well(parsed.value) : { row: index, errors };
}

/**
 * Whether the schema would pass a row as it came: it has only columns that the schema names, each null or exactly the value that was
 * read from it. Most rows are such, and going through every column the schema could have costs more than asking the models.
 */
function cameAsRead(given: Given, values: Measurements): boolean {
  return Object.keys(given).every((name) => Object.hasOwn(rowIn.shape, name) && (given[name] ?? undefined) === values[name]);
}

async function answer(read: readonly ReadRow[], { protocol, ...options }: Omit<Batch, "rows">): Promise<Result[]> {
  const { models } = await registry();
  const asked = read.flatMap((each) => ("columns" in each ? [each] : []));
  const found = new Map(asked.map(({ row }) => [row, { predictions: [], lacking: [] } as Found]));
  const able = models.filter(({ card }) => card.protocol === protocol);
  const answers = await askAll(
    able,
    asked.map(({ columns }) => columns),
    options,
  );
  for (const [place, { card }] of able.entries()) {
    for (const [index, { row }] of asked.entries()) {
      const [given, of] = [answers[place]?.[index], found.get(row)];
      if (given?.ok) of?.predictions.push(given.prediction);
      else if (given?.why === "missing")
        of?.lacking.push({ model: card.name, columns: [...new Set(given.missing.flatMap(({ columns }) => columns))] });
    }
  }
  return read.map((each) => {
    const { predictions, lacking } = found.get(each.row) ?? { predictions: [], lacking: [] };
    return {
      row: each.row,
      predictions: presentPredictions(predictions),
      lacking,
      ...("errors" in each && { errors: each.errors }),
    };
  });
}

type Model = Registry["models"][number];

/** Each model's answers, in their order: a single row is asked of all at once, many rows of one after the other. */
async function askAll(models: readonly Model[], given: readonly Columns[], options: PredictOptions): Promise<readonly Answer[][]> {
  const rows = rowsOf(given);
  if (given.length <= 1) return Promise.all(models.map((model) => answersOf(model, rows, options)));
  const answers: Answer[][] = [];
  for (const model of models) {
    answers.push(await answersOf(model, rows, options));
    await setImmediate();
  }
  return answers;
}

type Found = { predictions: Parameters<typeof presentPredictions>[0][number][]; lacking: Result["lacking"] };
