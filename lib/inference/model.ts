import "server-only";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { z } from "zod";
import { type Card, cardSchema } from "./card";

/** A model whose card fits its file, ready to run. */
export type Model = { card: Card; run: (rows: readonly number[][]) => Promise<RawOutput> };

/** One entry per row: the graph's output vector, and the scale of the interval where the card says `scaled`. */
export type RawOutput = { values: number[][]; scales: number[] | null };

/** A model that must not be served; the message says why and holds nothing private. */
export class ModelRefused extends Error {
  override name = "ModelRefused";
}

/** Opens `folder`'s card.json and model.onnx. Throws {@link ModelRefused} where they are missing or do not fit each other. */
export async function openModel(folder: string): Promise<Model> {
  const card = await readCard(folder);
  const graph = await readFile(path.join(folder, "model.onnx")).catch(() => refuse("model.onnx cannot be read"));
  const sha256 = createHash("sha256").update(graph).digest("hex");
  if (sha256 !== card.sha256) refuse("model.onnx is not the file the card describes (sha256 differs)");
  const session = await InferenceSession.create(graph, { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: "sequential" }).catch(
    () => refuse("model.onnx is no graph this runtime can load"),
  );
  const run = (rows: readonly number[][]) => runSession(session, card, rows);
  await tryMedians(card, run);
  return { card, run };
}

async function readCard(folder: string): Promise<Card> {
  const text = await readFile(path.join(folder, "card.json"), "utf8").catch(() => refuse("card.json cannot be read"));
  const parsed = z.safeParse(cardSchema, parseJson(text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse(`card.json: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`);
  }
  if (parsed.data.name !== path.basename(folder)) refuse(`card.json names ${parsed.data.name}, its folder ${path.basename(folder)}`);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse("card.json is not JSON");
  }
}

/** Running the training medians shows that the graph takes the card's features and gives as many outputs as it says. */
async function tryMedians(card: Card, run: Model["run"]): Promise<void> {
  const medians = card.features.map((feature) => feature.median);
  const { values } = await run([medians]).catch((error: unknown) =>
    refuse(error instanceof Error ? `the graph does not run: ${error.message}` : "the graph does not run"),
  );
  if (!values[0]?.every(Number.isFinite)) refuse("the graph answers the training medians with something that is no number");
}

async function runSession(session: InferenceSession, card: Card, rows: readonly number[][]): Promise<RawOutput> {
  const width = card.features.length;
  const features = new Tensor("float32", Float32Array.from(rows.flat()), [rows.length, width]);
  const outputs = await session.run({ features });
  if (card.output.kind === "classification") {
    const classes = card.output.classes.length;
    return { values: chunk(readOutput(outputs.probabilities, rows.length * classes, "probabilities"), classes), scales: null };
  }
  return {
    values: chunk(readOutput(outputs.prediction, rows.length, "prediction"), 1),
    scales: card.output.interval.scaled ? readOutput(outputs.scale, rows.length, "scale") : null,
  };
}

function readOutput(tensor: Tensor | undefined, length: number, name: string): number[] {
  if (!(tensor?.data instanceof Float32Array)) return refuse(`the graph has no float output "${name}"`);
  if (tensor.data.length !== length)
    return refuse(`the graph's output "${name}" has ${tensor.data.length} numbers where the card says ${length}`);
  return Array.from(tensor.data);
}

function chunk(flat: number[], size: number): number[][] {
  return Array.from({ length: flat.length / size }, (_, row) => flat.slice(row * size, (row + 1) * size));
}

function refuse(reason: string): never {
  throw new ModelRefused(reason);
}
