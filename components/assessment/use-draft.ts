"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { type Draft, forgetDraft, keepDraft, readDraft } from "./draft";
import { typedValues } from "./form-values";
import { type FormValues, type Step, steps } from "./types";

export type Start = {
  /** Raised whenever the fields must be drawn from `values` anew; 0 is the server's drawing. */
  generation: number;
  /** False on the server, and until the page has come to life. */
  live: boolean;
  values: FormValues;
  step: Step;
  /** When the draft was kept that this starts from. */
  restoredFrom: Date | null;
};
export type Kept = "nothing" | "kept" | "refused";

/** What was typed, kept on this device with every change until it is stored. */
export function useDraft(owner: string, form: RefObject<HTMLFormElement | null>, fromServer: FormValues, fresh: () => FormValues) {
  const [start, setStart] = useState<Start>({ generation: 0, live: false, values: fromServer, step: "about", restoredFrom: null });
  const [kept, setKept] = useState<Kept>("nothing");
  const closed = useRef(false);
  /** What the fields start from, once it is known; they show it from the next drawing on. */
  const begun = useRef<FormValues | null>(null);
  const beginning = useRef({ fromServer, fresh });

  useEffect(() => {
    let left = false;
    const begin = (draft: Draft | null) => {
      if (left) return;
      const start = beginning.current;
      const typed = form.current ? typedValues(form.current) : {};
      const values = { ...start.fromServer, ...start.fresh(), ...draft?.values, ...typed };
      begun.current = values;
      const step = steps[draft?.step ?? 0] ?? "about";
      if (draft) setKept("kept");
      else if (!closed.current && Object.keys(typed).length > 0) setKept(store(owner, values, step));
      // The press that brought the page to life may still be down: the fields under it are drawn anew only where a draft asks for it.
      setStart({ generation: draft ? 1 : 0, live: true, values, step, restoredFrom: draft ? new Date(draft.savedAt) : null });
    };
    readDraft(owner).then(begin, () => {
      // There is one, and it cannot be read now: nothing may be written over it.
      closed.current = true;
      setKept("refused");
      begin(null);
    });
    return () => {
      left = true;
    };
  }, [owner, form]);

  const keep = (values: FormValues, step: Step) => {
    if (closed.current || !begun.current) return;
    // A press between knowing and showing: the fields still lack the day and time of the device.
    const whole = start.live ? values : { ...values, ...begun.current, ...(form.current && typedValues(form.current)) };
    setKept(store(owner, whole, step));
  };
  /** After this nothing more is kept: the assessment is stored. */
  const close = () => {
    closed.current = true;
    forgetDraft(owner);
  };
  const startAfresh = () => {
    forgetDraft(owner);
    setKept("nothing");
    setStart(({ generation }) => ({
      generation: generation + 1,
      live: true,
      values: { ...fromServer, ...fresh() },
      step: "about",
      restoredFrom: null,
    }));
  };
  return { start, kept, keep, close, startAfresh };
}

function store(owner: string, values: FormValues, step: Step): Kept {
  return keepDraft(owner, { savedAt: new Date().toISOString(), step: steps.indexOf(step), values }) ? "kept" : "refused";
}
