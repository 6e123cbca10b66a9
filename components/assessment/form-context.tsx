"use client";

import { createContext, useContext } from "react";
import type { Protocol } from "@/lib/measurements/vocabulary";
import type { FormValues, NumberView } from "./types";

/** What the fields of the form share. It changes rarely, so that typing does not draw every field anew. */
export type FormShared = {
  /** What the fields start from; they keep their own text afterwards. */
  initial: FormValues;
  protocol: Protocol;
  errors: Readonly<Record<string, string>>;
  /** False on the server and without JavaScript: then nothing is hidden or switched off. */
  live: boolean;
  /** Looks at an entry when a person leaves its field. */
  check: (column: string, text: string, field: NumberView, deviation: boolean) => void;
};

const FormContext = createContext<FormShared | null>(null);

export const FormProvider = FormContext.Provider;

export function useForm(): FormShared {
  const shared = useContext(FormContext);
  if (!shared) throw new Error("a field of the assessment stands outside its form");
  return shared;
}
