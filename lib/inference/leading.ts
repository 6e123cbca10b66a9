import "server-only";
import type { ClassificationOutcome } from "./prediction";

/** The class a result speaks of first: the zone that stands out, else being healthy, else being injured. */
export function leadingClass(outcome: ClassificationOutcome): ClassificationOutcome["classes"][number] | undefined {
  const name = outcome.crowned ?? outcome.healthyClass ?? outcome.classes[0]?.name;
  return outcome.classes.find((entry) => entry.name === name);
}
