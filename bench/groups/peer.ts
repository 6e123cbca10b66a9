import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { featuresOfRows } from "@/lib/inference/features";
import { registry } from "@/lib/inference/registry";
import { rowsOf } from "@/lib/inference/rows";
import { alternate, type Side } from "../alternate";
import type { Figure } from "../figures";
import { formOf } from "../form";
import { load, ownScript } from "../load";
import { startPeer } from "../peer";
import { ports } from "../ports";
import type { Scene } from "../scene";
import { memoryOf, startComparison, startOwn } from "../servers";

const connections = 8;
const seconds = 3;
const rounds = 5;
const batchRows = 1_000;
const perSecond = (rate: number) => `${rate < 100 ? rate.toFixed(1) : rate.toFixed(0)}/s`;

/** Two servers of ours with half of the clients each, beside the peer's two workers; without the peer only what Next alone does. */
export async function comparePeer(scene: Scene): Promise<{ figures: Figure[]; against: "peer" | "nothing" }> {
  const folder = mkdtempSync(path.join(tmpdir(), "marcha-bench-"));
  // First, for it alone may lack something: nothing of ours is left running then.
  const peer = await startPeer();
  const own = await Promise.all(ports.servers.map((port) => startOwn(port, scene.variables)));
  const bare = await startComparison(ports.comparison);
  try {
    const body = (name: string, text: string) => {
      writeFileSync(path.join(folder, name), text);
      return path.join(folder, name);
    };
    const both = async (script: "request" | "record-and-show", threads: number, variables: Readonly<Record<string, string>>) => {
      const rates = await Promise.all(
        own.map(({ url }, index) => {
          const people = scene.runners.slice(index * 4, index * 4 + 4);
          const usual = {
            BENCH_COOKIES: people.map(({ cookie }) => cookie).join("\n"),
            BENCH_OWNERS: people.map(({ viewer }) => viewer.userId).join("\n"),
            BENCH_PATHS: people.map(({ result }) => result).join("\n"),
          };
          return load({
            url,
            script: ownScript(script),
            connections: connections / own.length,
            threads,
            seconds,
            variables: { ...usual, ...variables },
          });
        }),
      );
      return rates.reduce((sum, rate) => sum + rate, 0);
    };
    const [{ url = "" } = {}] = own;
    const form = await formOf(`${url}/assessments/new`, scene.runners[0]?.cookie ?? "", {
      ...scene.fields,
      owner: "{owner}",
      submissionId: "{submission}",
    });
    const row = { ...scene.columns };
    delete row.bmi;
    const asks = (count: number) => JSON.stringify({ protocol: "walk", rows: Array.from({ length: count }, () => row) });
    const { models } = await registry();
    const vectors = models
      .filter(({ card }) => card.protocol === "walk")
      .flatMap(({ card }) => {
        const { features, missing } = featuresOfRows(card, rowsOf([scene.columns]));
        return missing.size > 0 ? [] : [[card.name, [Array.from(features)]] as const];
      });
    const ask = {
      BENCH_PATHS: "/api/v1/predictions",
      BENCH_COOKIES: "",
      BENCH_AUTHORIZATION: `Bearer ${scene.token}`,
      BENCH_BODY: body("row.json", asks(1)),
    };
    const sides: Side[] = [
      {
        name: "record",
        measure: () =>
          both("record-and-show", connections / own.length, {
            BENCH_BODY: body("form", form.body),
            BENCH_CONTENT_TYPE: form.type,
            BENCH_PATHS: "/assessments/new",
          }),
      },
      { name: "show", measure: () => both("request", 1, {}) },
      { name: "predict", measure: () => both("request", 1, ask) },
      {
        name: "batch",
        measure: async () => batchRows * (await both("request", 1, { ...ask, BENCH_BODY: body("rows.json", asks(batchRows)) })),
      },
      {
        name: "one predict",
        measure: () => load({ url, script: ownScript("request"), connections: 4, seconds, variables: ask }),
      },
      {
        name: "bare predict",
        measure: () =>
          load({
            url: bare.url,
            script: ownScript("request"),
            connections: 4,
            seconds,
            variables: { BENCH_PATHS: "/predict", BENCH_BODY: body("vectors.json", JSON.stringify(Object.fromEntries(vectors))) },
          }),
      },
      ...(peer ? [{ name: "peer", measure: () => load({ url: peer.url, script: peer.script, connections, seconds }) }] : []),
    ];
    const rate = await alternate(sides, rounds);
    const names = vectors.map(([name]) => name).join(", ");
    const overBare: Figure = {
      what: `Predict over the API, against a bare route that runs the same models (${names}), one process each`,
      seen: `${perSecond(rate("one predict"))} against ${perSecond(rate("bare predict"))}`,
      ratio: rate("bare predict") / rate("one predict"),
      bar: 1.4,
      should: "at most",
    };
    if (!peer) return { figures: [overBare], against: "nothing" };
    const against = (what: string, side: string, bar: number): Figure => ({
      what,
      seen: `${perSecond(rate(side))} against ${perSecond(rate("peer"))}`,
      ratio: rate(side) / rate("peer"),
      bar,
      should: "at least",
    });
    const memory = { own: memoryOf(own.map(({ pid }) => pid)), peer: memoryOf(peer.pids()) };
    return {
      against: "peer",
      figures: [
        against("Record and show the result, signed in: the form's action, then the result page", "record", 2),
        against("Show a stored result, signed in", "show", 4),
        against("Predict over the API, one row", "predict", 10),
        against(`Rows of batches of ${batchRows.toLocaleString("en")} over the API`, "batch", 500),
        {
          what: "Memory after all this (PSS of the two processes; the database's apart)",
          seen: `${memory.own.toFixed(0)} MB against ${memory.peer.toFixed(0)} MB`,
          ratio: memory.own / memory.peer,
          bar: 1,
          should: "at most",
        },
        overBare,
      ],
    };
  } finally {
    await Promise.all([...own, bare].map((server) => server.stop()));
    await peer?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
