import { focusField } from "../account/focus-field";
import { type Step, steps } from "./types";

/** The step on which a field stands, by where it is in the page. */
export function stepOfElement(id: string): Step | null {
  const name = document.getElementById(id)?.closest("[data-step]")?.getAttribute("data-step");
  return steps.find((step) => step === name) ?? null;
}

/** Unfolds what hides a field and focuses it. Its step must be open. */
export function reveal(id: string): void {
  for (let place = document.getElementById(id)?.closest("details"); place; place = place.parentElement?.closest("details"))
    place.open = true;
  focusField(id);
}
