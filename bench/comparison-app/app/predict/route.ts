import { readFile } from "node:fs/promises";
import path from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";

// The models and nothing else: what comes in is what the graphs take, what goes out is what they give.

const folder = process.env.MODELS_DIR ?? "models";
const sessions = new Map<string, Promise<InferenceSession>>();

export async function POST(request: Request): Promise<Response> {
  const asked: Record<string, number[][]> = await request.json();
  const answers: Record<string, Record<string, number[]>> = {};
  for (const [name, rows] of Object.entries(asked)) answers[name] = await run(name, rows);
  return Response.json(answers);
}

async function run(name: string, rows: number[][]): Promise<Record<string, number[]>> {
  const opened = sessions.get(name) ?? open(name);
  sessions.set(name, opened);
  const features = new Tensor("float32", Float32Array.from(rows.flat()), [rows.length, rows[0]?.length ?? 0]);
  const outputs = await (await opened).run({ features });
  return Object.fromEntries(Object.entries(outputs).map(([output, { data }]) => [output, Array.from(data, Number)]));
}

async function open(name: string): Promise<InferenceSession> {
  const graph = await readFile(path.join(folder, name, "model.onnx"));
  return InferenceSession.create(graph, { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: "sequential" });
}
