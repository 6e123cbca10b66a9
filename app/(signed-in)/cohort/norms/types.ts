import type { Quantiles } from "@/lib/data/reference";
import type { PublishedNorm } from "@/lib/measurements/norms";
import type { Reader } from "@/lib/measurements/text";
import type { Metric } from "../metric";
import type { CohortWords } from "../words";
import type { NormCell } from "./cells";

/** A sex and age: what its people here measure, null where too few or nobody, and what has been published. */
export type NormRow = { cell: NormCell; name: string; here: Quantiles | null; published: PublishedNorm[] };

export type NormSectionProps = { rows: readonly NormRow[]; metric: Metric; words: CohortWords; reader: Reader };
