import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { alternate } from "../alternate";
import type { Figure } from "../figures";
import { ports } from "../ports";
import type { Scene } from "../scene";
import { answers, comparisonServer, launch, stop, until } from "../servers";

const packaged = path.resolve(import.meta.dirname, "../../dist-app/start.mjs");

/** From nothing to the first answered prediction, against what Next needs to its first page. */
export async function compareStart(scene: Scene): Promise<Figure[]> {
  if (!existsSync(packaged)) throw new Error("npm run package first");
  const unpacked = mkdtempSync(path.join(tmpdir(), "marcha-bench-start-"));
  const row = { ...scene.columns };
  delete row.bmi;
  const prediction = {
    method: "POST",
    headers: { Authorization: `Bearer ${scene.token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ protocol: "walk", rows: [row] }),
  };
  const url = `http://127.0.0.1:${ports.start}`;
  const started = async (file: string, variables: Readonly<Record<string, string>>, ask: () => Promise<boolean>) => {
    const begun = performance.now();
    const child = launch(file, ports.start, variables);
    try {
      await until(child, ask, 10);
      return performance.now() - begun;
    } finally {
      await stop(child);
    }
  };
  try {
    const time = await alternate(
      [
        {
          name: "ours",
          measure: () =>
            started(packaged, { ...scene.variables, LD_LIBRARY_PATH: unpacked }, () => answers(`${url}/api/v1/predictions`, prediction)),
        },
        { name: "next", measure: () => started(comparisonServer, {}, () => answers(url)) },
      ],
      5,
    );
    return [
      {
        what: "Start: the packaged server to its first answered prediction, against Next alone to its first page",
        seen: `${(time("ours") / 1000).toFixed(2)} s against ${(time("next") / 1000).toFixed(2)} s`,
        ratio: time("ours") / time("next"),
        bar: 2,
        should: "at most",
      },
    ];
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
  }
}
