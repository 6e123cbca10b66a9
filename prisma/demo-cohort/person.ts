import { dictionary } from "@/lib/measurements/dictionary";
import { type Body, drawBody } from "./body";
import { findingsOf, type PersonFindings } from "./findings";
import { forcePlate } from "./force-plate";
import { standardised, type Unevenness } from "./on-the-day";
import { drawScores, type Scores } from "./population";
import type { Random } from "./random";
import { runLab } from "./run-lab";
import { runPods } from "./run-pods";
import { walkPods } from "./walk-pods";

/** What stays of a person from visit to visit. */
export type Person = {
  readonly body: Body;
  readonly walkPods: Scores;
  readonly runPods: Scores;
  readonly runLab: Scores;
  readonly forcePlate: Scores;
  readonly unevenness: Unevenness;
  readonly findings: PersonFindings;
};

export const drawPerson = (random: Random, given: Parameters<typeof drawBody>[1] = {}): Person => {
  const body = drawBody(random, given);
  return {
    body,
    walkPods: drawScores(walkPods, random),
    runPods: drawScores(runPods, random),
    runLab: drawScores(runLab, random, standardised.runners(body)),
    forcePlate: drawScores(forcePlate, random, standardised.walkers(body)),
    unevenness: new Map(dictionary.fields.filter(({ sides }) => sides !== "none").map(({ code }) => [code, random.normal()])),
    findings: findingsOf(body, random),
  };
};
