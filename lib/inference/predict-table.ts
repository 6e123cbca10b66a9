import "server-only";
import { stringify } from "csv-stringify/sync";
import { fail, type Result, succeed } from "@/lib/result";
import type { Card } from "./card";
import { readPredictionRow } from "./csv-row";
import { recordOf, type Table } from "./csv-table";
import type { Model } from "./model";
import { type Answer, predictRows } from "./predict";
import type { ModelPrediction } from "./prediction";
import { type Columns, rowsOf } from "./rows";

/** Where a table's answers go: lines of CSV, and why a row (counted from 1) has none. */
export type Sink = { write: (csv: string) => void; complain: (row: number, message: string) => void };

const rowsPerRun = 500;

/** Writes the header and one line per row; a row that cannot be answered is left empty and complained of. */
export async function predictTable(model: Model, table: Table, sink: Sink): Promise<void> {
  const output = outputColumns(model.card);
  // Where there is one column, an empty line would be skipped by most who read the file.
  const write = (lines: string[][]) => sink.write(stringify(lines, { quoted_empty: output.length === 1 }));
  write([output]);
  for (let start = 0; start < table.rows.length; start += rowsPerRun) {
    const read = table.rows.slice(start, start + rowsPerRun).map((cells) => readRow(model.card, table.header, cells));
    const answered = await answerRead(model, read);
    write(
      answered.map((row, offset) => {
        if (row.ok) return row.value;
        sink.complain(start + offset + 1, row.error);
        return output.map(() => "");
      }),
    );
  }
}

function readRow(card: Card, header: readonly string[], cells: readonly string[]): Result<Columns, string> {
  const record = recordOf(header, cells);
  if (!record.ok) return record;
  const row = readPredictionRow(record.value, card);
  return row.ok ? row : fail(row.error.join("; "));
}

/** One result per row, in order: the cells of its line, or why there are none. */
async function answerRead(model: Model, read: readonly Result<Columns, string>[]): Promise<Result<string[], string>[]> {
  const answers = await answerAll(
    model,
    read.flatMap((row) => (row.ok ? [row.value] : [])),
  );
  const next = answers.values();
  return read.map((row) => (row.ok ? (next.next().value ?? fail("the model gave no answer")) : row));
}

/** All rows in one run; where that fails, each alone, so that one row's failure is not its neighbours'. */
async function answerAll(model: Model, rows: readonly Columns[]): Promise<Result<string[], string>[]> {
  try {
    const answers = await predictRows(model, rowsOf(rows), { reason: "complaint", explain: false });
    return answers.map(cellsOf);
  } catch (error) {
    const message = error instanceof Error ? error.message : "the model failed";
    if (rows.length <= 1) return rows.map(() => fail(message));
    const alone: Result<string[], string>[] = [];
    for (const row of rows) alone.push(...(await answerAll(model, [row])));
    return alone;
  }
}

function cellsOf(answer: Answer): Result<string[], string> {
  if (answer.ok) return outputCells(answer.prediction.outcome);
  return fail(
    answer.why === "missing"
      ? `lacks ${answer.missing.flatMap(({ columns }) => columns).join(", ")}`
      : "under 18: the models are for adults",
  );
}

function outputColumns(card: Card): string[] {
  return card.output.kind === "regression" ? ["prediction", "lower", "upper"] : card.output.classes;
}

function outputCells(outcome: ModelPrediction["outcome"]): Result<string[], string> {
  const numbers =
    outcome.kind === "regression" ? [outcome.value, outcome.lower, outcome.upper] : outcome.classes.map(({ probability }) => probability);
  return numbers.every(Number.isFinite) ? succeed(numbers.map((value) => value.toFixed(6))) : fail("the model's answer is no number");
}
