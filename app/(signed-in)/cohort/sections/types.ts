import type { Cohort } from "@/lib/data/cohort";
import type { Viewer } from "@/lib/data/viewer";
import type { Reader } from "@/lib/measurements/text";
import type { Choice } from "../choice";
import type { CohortWords } from "../words";

/** What each view is given: whose numbers, what of them, and how they are spoken of. */
export type ViewProps = {
  viewer: Viewer;
  cohort: Cohort;
  choice: Choice;
  drawn: { x: string; y: string; metrics: string[] };
  words: CohortWords;
  reader: Reader;
};
