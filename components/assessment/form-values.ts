import type { AssessmentFormState, FormValues } from "./types";

export function errorsOf(state: AssessmentFormState): Record<string, string> {
  return Object.fromEntries(state.problems.map(({ field, text }) => [field, text]));
}

export function without(errors: Readonly<Record<string, string>>, field: string): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => name !== field));
}

export function missingFacts(values: FormValues): (readonly [string, "choose" | "notADate"])[] {
  return [...(values.reason ? [] : [["reason", "choose"] as const]), ...(values.measuredAt ? [] : [["measuredAt", "notADate"] as const])];
}

export function readValues(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].filter(([name]) => !name.startsWith("$"));
  return Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

/** What only the device knows: the time here, and an id under which this assessment is stored once. */
export function freshValues(): FormValues {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  return { measuredAt: local, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, submissionId: crypto.randomUUID() };
}

/** What a person changed in the fields as the server drew them, before this page came to life. */
export function typedValues(form: HTMLFormElement): FormValues {
  const typed: Record<string, string> = {};
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox")) {
      if (control.checked && !control.defaultChecked) typed[control.name] = control.value;
    } else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
      if (control.value !== control.defaultValue) typed[control.name] = control.value;
    } else if (control instanceof HTMLSelectElement) {
      if (control.selectedOptions[0]?.defaultSelected === false) typed[control.name] = control.value;
    }
  }
  return typed;
}
