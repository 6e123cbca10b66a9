import { readFile } from "node:fs/promises";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { Client } from "pg";
import { z } from "zod";
import { record } from "@/lib/data/assessments";
import { database } from "@/lib/data/database";
import { featuresOfRows } from "@/lib/inference/features";
import { planRows, predictRows } from "@/lib/inference/predict";
import { registry } from "@/lib/inference/registry";
import { rowsOf } from "@/lib/inference/rows";
import { alternate } from "../alternate";
import type { Figure } from "../figures";
import { load, ownScript } from "../load";
import { ports } from "../ports";
import type { Scene } from "../scene";
import { startComparison, startOwn } from "../servers";

const milliseconds = (time: number) => `${time.toFixed(2)} ms`;

/** Each against what cannot be done without: Next's emptiest page, the runtime alone, the statements alone. */
export async function compareLimit(scene: Scene): Promise<Figure[]> {
  return [await page(scene), ...(await inference(scene)), await recording(scene)];
}

async function page(scene: Scene): Promise<Figure> {
  const [own, bare] = [await startOwn(ports.servers[0], scene.variables), await startComparison(ports.comparison)];
  const usual = { script: ownScript("request"), connections: 4, seconds: 3 };
  const [cookies, paths] = [scene.runners.map(({ cookie }) => cookie), scene.runners.map(({ result }) => result)];
  try {
    const rate = await alternate(
      [
        {
          name: "result",
          measure: () => load({ ...usual, url: own.url, variables: { BENCH_COOKIES: cookies.join("\n"), BENCH_PATHS: paths.join("\n") } }),
        },
        { name: "empty", measure: () => load({ ...usual, url: bare.url, variables: { BENCH_PATHS: "/", BENCH_COOKIES: "" } }) },
      ],
      5,
    );
    return {
      what: "The result page, signed in, against an empty dynamic page of Next, one process each",
      seen: `${milliseconds(1000 / rate("result"))} against ${milliseconds(1000 / rate("empty"))} a page`,
      ratio: rate("empty") / rate("result"),
      bar: 2.5,
      should: "at most",
    };
  } finally {
    await Promise.all([own.stop(), bare.stop()]);
  }
}

/** The time of one call, from many in a row. */
async function timed(calls: number, work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  for (let call = 0; call < calls; call++) await work();
  return (performance.now() - begun) / calls;
}

async function inference({ columns }: Scene): Promise<Figure[]> {
  const { models } = await registry();
  const able = models.filter(({ card }) => card.protocol === "walk" && featuresOfRows(card, rowsOf([columns])).missing.size === 0);
  const compared = async (what: string, rows: number, explain: boolean): Promise<Figure> => {
    const given = Array.from({ length: rows }, () => columns);
    const raw = await Promise.all(
      able.map(async ({ card }) => {
        const session = await InferenceSession.create(await readFile(`models/${card.name}/model.onnx`), {
          intraOpNumThreads: 1,
          interOpNumThreads: 1,
          executionMode: "sequential",
        });
        const { input } = planRows(card, rowsOf(given), explain);
        const width = card.features.length;
        const all = Array.from({ length: input.length / width }, (_, row) => Array.from(input.subarray(row * width, (row + 1) * width)));
        return () => session.run({ features: new Tensor("float32", Float32Array.from(all.flat()), [all.length, width]) });
      }),
    );
    const calls = rows === 1 ? 200 : 20;
    const time = await alternate(
      [
        {
          name: "ours",
          measure: () =>
            timed(calls, async () => {
              const asked = rowsOf(given);
              for (const model of able) await predictRows(model, asked, { reason: "complaint", explain });
            }),
        },
        {
          name: "raw",
          measure: () =>
            timed(calls, async () => {
              for (const run of raw) await run();
            }),
        },
      ],
      9,
    );
    return {
      what: `${what}, ${able.length} models, against the runtime with the same rows`,
      seen: `${milliseconds(time("ours"))} against ${milliseconds(time("raw"))}`,
      ratio: time("ours") / time("raw"),
      bar: 1.3,
      should: "at most",
    };
  };
  return [
    await compared("Inference: one person's answer with its reasons", 1, true),
    await compared("Inference: 100 rows without reasons", 100, false),
  ];
}

/** What is stored of a recorded visit, by table: which rows are its own. The audit names it only under its person's key. */
const ownRows = {
  Assessment: `"id"::text = $1`,
  Measurement: `"assessmentId"::text = $1`,
  Prediction: `"assessmentId"::text = $1`,
  AssessmentSummary: `"assessmentId"::text = $1`,
  AuditEvent: `"target" = audit_seal("subject", $1)`,
};
const rowsSchema = z.array(z.object({ row: z.record(z.string(), z.unknown()) })).min(1);

/** The rows of a recorded visit, for a statement each that puts them in again under other ids. */
async function storedRows(assessmentId: string): Promise<{ table: string; text: string }[]> {
  return Promise.all(
    Object.entries(ownRows).map(async ([table, own]) => {
      const found = await database().$queryRawUnsafe(`SELECT to_jsonb(stored) AS row FROM "${table}" AS stored WHERE ${own}`, assessmentId);
      return { table, text: JSON.stringify(rowsSchema.parse(found).map(({ row }) => row)) };
    }),
  );
}

async function recording({ runners: [runner], visit, variables }: Scene): Promise<Figure> {
  if (!runner) throw new Error("nobody is there");
  const id = runner.result.split("/").at(-1) ?? "";
  const stored = await storedRows(id);
  const { submissionId } = await database().assessment.findUniqueOrThrow({ where: { id } });
  const client = new Client({ connectionString: variables.DATABASE_URL });
  await client.connect();
  const bare = async () => {
    const [assessment, submission] = [crypto.randomUUID(), crypto.randomUUID()];
    await client.query("BEGIN");
    for (const { table, text } of stored) {
      const own = text.replaceAll(id, assessment).replaceAll(submissionId, submission);
      const rows = z.array(z.looseObject({ id: z.string().optional() })).parse(JSON.parse(own));
      const fresh = rows.map((row) => (row.id && row.id !== assessment ? { ...row, id: crypto.randomUUID() } : row));
      await client.query({
        name: table,
        text: `INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
        values: [JSON.stringify(fresh)],
      });
    }
    await client.query("COMMIT");
  };
  const ours = async () => {
    const recorded = await record(runner.viewer, { ...visit, submissionId: crypto.randomUUID(), athleteId: runner.viewer.athleteId });
    if (!recorded.ok) throw new Error(recorded.error.reason);
  };
  try {
    const time = await alternate(
      [
        { name: "ours", measure: () => timed(10, ours) },
        { name: "bare", measure: () => timed(10, bare) },
      ],
      7,
    );
    return {
      what: "Record: checks, models, reasons, summaries and the roster's line, against a transaction that only puts the same rows in",
      seen: `${milliseconds(time("ours"))} against ${milliseconds(time("bare"))}`,
      ratio: time("ours") / time("bare"),
      bar: 2,
      should: "at most",
    };
  } finally {
    await client.end();
  }
}
