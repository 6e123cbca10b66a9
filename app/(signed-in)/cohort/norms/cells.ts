import { type AgeBandKey, ageBands } from "@/lib/measurements/age-bands";
import { allNorms, type PublishedNorm } from "@/lib/measurements/norms";
import type { Protocol } from "@/lib/measurements/vocabulary";

export type Sex = "female" | "male";
/** Of all ages where there is no band. */
export type NormCell = { sex: Sex; ageBand?: AgeBandKey };

/** Each sex as a whole, then by age. */
export const normCells: readonly NormCell[] = (["female", "male"] as const).flatMap((sex): NormCell[] => [
  { sex },
  ...ageBands.map(({ key }) => ({ sex, ageBand: key })),
]);

/** What has been published of a measurement for people of a cell: every norm whose ages meet the band's; none for all ages. */
export function publishedFor({ sex, ageBand }: NormCell, code: string, protocol: Protocol): PublishedNorm[] {
  const band = ageBands.find(({ key }) => key === ageBand);
  if (band === undefined) return [];
  return allNorms.filter(
    (norm) =>
      norm.code === code &&
      norm.protocol === protocol &&
      norm.sex === sex &&
      norm.band.to >= band.from &&
      (band.to === null || norm.band.from <= band.to),
  );
}
