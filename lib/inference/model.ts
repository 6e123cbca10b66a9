import "server-only";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { z } from "zod";
import { type Card, cardSchema } from "./card";
import { ModelRefused } from "./model-refused";
import { allFinite, type RawOutput, readOutputs, requireFinite } from "./raw-output";

/** A model whose card fits its file, ready to run on rows of its features, one after the other. */
export type Model = { card: Card; run: (numbers: Float32Array) => Promise<RawOutput> };

/** Opens `folder`'s card.json and model.onnx. Throws {@link ModelRefused} where they are missing or do not fit each other. */
export async function openModel(folder: string): Promise<Model> {
  const card = await readCard(folder);
  const graph = await readFile(path.join(folder, "model.onnx")).catch(() => refuse("model.onnx cannot be read"));
  const sha256 = createHash("sha256").update(graph).digest("hex");
  if (sha256 !== card.sha256) refuse("model.onnx is not the file the card describes (sha256 differs)");
  const session = await InferenceSession.create(graph, { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: "sequential" }).catch(
    (cause: unknown) => refuse("model.onnx is no graph this runtime can load", cause),
  );
  const run = (numbers: Float32Array) => runSession(session, card, numbers);
  await tryMedians(card, run);
  return { card, run: async (numbers) => requireFinite(await run(numbers)) };
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
  const medians = Float32Array.from(card.features, (feature) => feature.median);
  const raw = await run(medians).catch((error: unknown) => {
    if (error instanceof ModelRefused) throw error;
    return refuse("the graph does not run on the card's features", error);
  });
  if (!allFinite(raw)) refuse("the graph answers the training medians with something that is no number");
}

async function runSession(session: InferenceSession, card: Card, numbers: Float32Array): Promise<RawOutput> {
  const width = card.features.length;
  const rows = numbers.length / width;
  const features = new Tensor("float32", numbers, [rows, width]);
  return readOutputs(card, rows, await session.run({ features }));
}

function refuse(reason: string, cause?: unknown): never {
  throw new ModelRefused(reason, { cause });
}
