import { type ReferenceScope, readReferences } from "@/lib/data/reference";
import type { Viewer } from "@/lib/data/viewer";
import { getTranslations } from "@/lib/i18n/server";
import type { Reader } from "@/lib/measurements/text";
import type { Protocol } from "@/lib/measurements/vocabulary";
import { metricOf } from "../metric";
import type { CohortWords } from "../words";
import { normCells, publishedFor } from "./cells";
import { HereSection } from "./here";
import { PublishedSection } from "./published";
import type { NormRow } from "./types";

type Props = { viewer: Viewer; scope: ReferenceScope; protocol: Protocol; code: string; words: CohortWords; reader: Reader };

/** A measurement by sex and age: as it is here, and beside what has been published. */
export async function NormsSections({ viewer, scope, protocol, code, words, reader }: Props) {
  const [found, t, common] = await Promise.all([
    readReferences(viewer, { scope, protocol, cells: normCells, codes: [code] }),
    getTranslations("cohort.normsPage"),
    getTranslations("common"),
  ]);
  if (found === null) return null;
  const rows = normCells.map(
    (cell, index): NormRow => ({
      cell,
      name: t("cell", {
        sex: common(`sex.${cell.sex}`),
        age: cell.ageBand ? words.ages(cell.ageBand) : t("allAges"),
      }),
      here: found[index]?.get(code) ?? null,
      published: publishedFor(cell, code, protocol),
    }),
  );
  const metric = metricOf(code, reader);
  return (
    <>
      <HereSection rows={rows} metric={metric} words={words} reader={reader} />
      <PublishedSection rows={rows} metric={metric} words={words} reader={reader} />
    </>
  );
}
