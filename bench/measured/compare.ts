import { compareAthletes, mostCompared, type ReferenceKind } from "@/lib/data/compare";
import { readCandidates } from "@/lib/data/compare-people";
import type { Measured } from "../types";

const references: readonly ReferenceKind[] = ["team", "band", "everyone"];

/** Six people against each reference, and a page of those to choose from. */
export const measured: Measured = async ({ viewer, teamId }) => {
  const { people = [] } = (await readCandidates(viewer, { teamId })) ?? {};
  const athleteIds = people.slice(0, mostCompared).map(({ id }) => id);
  return [
    { name: "people to choose from", ask: () => readCandidates(viewer, { teamId }) },
    ...references.map((kind) => ({
      name: `six people, reference ${kind}`,
      ask: () => compareAthletes(viewer, { athleteIds, reference: { kind, teamId } }),
    })),
  ];
};
