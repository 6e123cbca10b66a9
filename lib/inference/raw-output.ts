import "server-only";
import type { Tensor } from "onnxruntime-node";
import type { Card } from "./card";
import { ModelRefused } from "./model-refused";

/** One entry per row: the graph's output vector, and the scale of the interval where the card says `scaled`. */
export type RawOutput = { values: number[][]; scales: number[] | null };

/** The graph's outputs as the card describes them. Throws {@link ModelRefused} where they are not. */
export function readOutputs(card: Pick<Card, "output">, rows: number, outputs: Readonly<Record<string, Tensor>>): RawOutput {
  if (card.output.kind === "classification") {
    const classes = card.output.classes.length;
    return { values: rowsOf(readOutput(outputs.probabilities, rows * classes, "probabilities"), classes), scales: null };
  }
  return {
    values: rowsOf(readOutput(outputs.prediction, rows, "prediction"), 1),
    scales: card.output.interval.scaled ? Array.from(readOutput(outputs.scale, rows, "scale")) : null,
  };
}

/** Throws where an answer is no number: it must be neither stored nor shown. */
export function requireFinite(raw: RawOutput): RawOutput {
  if (!allFinite(raw)) throw new Error("the model's answer is no number");
  return raw;
}

export function allFinite({ values, scales }: RawOutput): boolean {
  return values.every((row) => row.every(Number.isFinite)) && (scales ?? []).every(Number.isFinite);
}

function readOutput(tensor: Tensor | undefined, length: number, name: string): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) throw new ModelRefused(`the graph has no float output "${name}"`);
  if (tensor.data.length !== length) {
    throw new ModelRefused(`the graph's output "${name}" has ${tensor.data.length} numbers where the card says ${length}`);
  }
  return tensor.data;
}

function rowsOf(flat: Float32Array, width: number): number[][] {
  const rows: number[][] = [];
  let row: number[] = [];
  for (const value of flat) {
    if (row.push(value) < width) continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
