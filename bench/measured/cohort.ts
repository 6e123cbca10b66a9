import {
  boxes,
  type Cohort,
  correlations,
  histogram,
  meansByZone,
  mostCorrelated,
  readCohort,
  scatter,
  usualProtocol,
} from "@/lib/data/cohort";
import { allWalkers } from "@/lib/data/testing";
import { fieldsOf } from "@/lib/measurements/dictionary";
import type { Measured } from "../types";

const codes = fieldsOf({ protocol: "walk" })
  .filter(({ kind }) => kind === "number")
  .slice(0, mostCorrelated)
  .map(({ code }) => code);

/** Every view, of the team and of everyone. */
export const measured: Measured = async ({ viewer, teamId }) => {
  const of = (scope: Cohort["scope"]): Cohort => ({ scope, filters: allWalkers });
  return (
    [
      ["team", of({ kind: "team", teamId })],
      ["everyone", of({ kind: "everyone" })],
    ] as const
  ).flatMap(([who, cohort]) => [
    { name: `${who}: usual protocol`, ask: () => usualProtocol(viewer, cohort.scope) },
    { name: `${who}: overview`, ask: () => readCohort(viewer, cohort) },
    { name: `${who}: scatter`, ask: () => scatter(viewer, cohort, "speed", "step_rate") },
    { name: `${who}: means by zone`, ask: () => meansByZone(viewer, cohort, "speed") },
    { name: `${who}: histogram`, ask: () => histogram(viewer, cohort, "speed", { scale: 1, decimals: 2 }) },
    { name: `${who}: boxes by age`, ask: () => boxes(viewer, cohort, "speed", "age") },
    { name: `${who}: correlations`, ask: () => correlations(viewer, cohort, codes) },
  ]);
};
