"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type ChangeEvent, type SubmitEvent, useCallback, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { regionOf } from "@/lib/i18n/region";
import { keepPending, pendingOf } from "../offline/pending";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Progress } from "../ui/progress";
import { AboutStep } from "./about-step";
import { AnswersPanel, AnswersReady } from "./answers-panel";
import { BodyStep } from "./body-step";
import { ComplaintStep } from "./complaint-step";
import { DraftLine } from "./draft-line";
import { ErrorSummary } from "./error-summary";
import { FormProvider, type FormShared } from "./form-context";
import { errorsOf, freshValues, missingFacts, readValues, without } from "./form-values";
import { GaitStep } from "./gait-step";
import { problemOfEntry } from "./problem-text";
import { Queued } from "./queued";
import { Refusal } from "./refusal";
import { reveal, stepOfElement } from "./reveal";
import { ReviewStep } from "./review-step";
import { StepButtons } from "./step-buttons";
import { StepFrame, stepTitleId } from "./step-frame";
import { StepList } from "./step-list";
import { TestsStep } from "./tests-step";
import {
  type AssessmentAction,
  type AssessmentFormState,
  type FormPlan,
  type FormValues,
  type NumberView,
  type Step,
  steps,
} from "./types";
import { useDraft } from "./use-draft";
import { useSubmit } from "./use-submit";

export type AssessmentFormProps = {
  plan: FormPlan;
  /** The stored assessment, or what a new one starts with. */
  initial: FormValues;
  /** Who fills it in: it is stored while they are signed in, and not in the name of who came after them. */
  owner: string;
  /** Under whose id, and for which assessment, the draft is kept. */
  draftOwner: string;
  /** Where a new one may stay on this device until there is a connection: for whom (null: themselves), and in which form. */
  waiting?: { athleteId: string | null; form: string };
  kind: "new" | "edit";
  action: AssessmentAction;
  signInHref: string;
  /** Where "finish later" leads. */
  laterHref?: string;
};

export function AssessmentForm({
  plan,
  initial,
  owner,
  draftOwner,
  waiting,
  kind,
  action,
  signInHref,
  laterHref = "/dashboard",
}: AssessmentFormProps) {
  const t = useTranslations("assessment");
  const locale = useLocale();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { start, kept, keep, close, startAfresh } = useDraft(draftOwner, form, initial, () => (kind === "new" ? freshValues() : {}));
  const [queued, setQueued] = useState(false);
  const keepWaiting = (sent: FormData) => {
    const kept = waiting !== undefined && keepPending(owner, pendingOf(sent, { ...waiting, draftOwner, units: plan.preferences }));
    if (!kept) return false;
    close();
    setQueued(true);
    return true;
  };
  const { state, formAction, send, pending } = useSubmit(action, {
    onStored: close,
    onRefused: (answer) => showProblems(answer),
    onUnreachable: keepWaiting,
  });
  const { live } = start;
  const given = useMemo(
    () => (start.generation > 0 ? start.values : { ...start.values, ...state.values }),
    [start.generation, start.values, state.values],
  );

  const [place, setPlace] = useState<{ generation: number; step: Step; values: FormValues }>({
    generation: -1,
    step: "about",
    values: given,
  });
  // What was typed belongs to one drawing of the fields; a new drawing starts from its own values.
  const { step, values } = place.generation === start.generation ? place : { step: start.step, values: given };
  const protocol = values.protocol === "run" ? "run" : "walk";
  const [checked, setChecked] = useState<Readonly<Record<string, string>> | null>(null);
  const errors = useMemo(() => checked ?? errorsOf(state), [checked, state]);

  const go = (next: Step) => {
    const typed = form.current ? readValues(form.current) : values;
    flushSync(() => setPlace({ generation: start.generation, step: next, values: typed }));
    if (kept !== "nothing") keep(typed, next);
    form.current?.scrollIntoView();
    document.getElementById(stepTitleId(next))?.focus({ preventScroll: true });
  };
  /** On to the next step, unless this one lacks what nothing can be stored without. */
  const advance = (next: Step) => {
    const typed = form.current ? readValues(form.current) : values;
    const lacking = step === "about" ? missingFacts(typed) : [];
    if (lacking.length === 0) return go(next);
    flushSync(() => setChecked({ ...errors, ...Object.fromEntries(lacking.map(([field, problem]) => [field, t(`errors.${problem}`)])) }));
    if (lacking[0]) reveal(lacking[0][0]);
  };
  const openField = (field: string) => {
    const where = stepOfElement(field);
    if (where && where !== step) flushSync(() => setPlace({ generation: start.generation, step: where, values }));
    reveal(field);
  };
  const showProblems = (answer: AssessmentFormState) => {
    flushSync(() => setChecked(errorsOf(answer)));
    const [first] = answer.problems;
    if (first) openField(first.field);
  };

  const change = (event: ChangeEvent<HTMLFormElement>) => {
    const typed = readValues(event.currentTarget);
    setPlace({ generation: start.generation, step, values: typed });
    keep(typed, step);
    // What was wrong is being put right; a number is looked at again when its field is left.
    const { name } = event.target;
    if (name in errors) setChecked(without(errors, name));
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const index = steps.indexOf(step);
    const next = steps[index + 1];
    // Enter in a field of an earlier step leads on; only the last step stores.
    if (next) advance(next);
    else if (!pending) send(new FormData(event.currentTarget));
  };
  const finishLater = () => {
    if (form.current) keep(readValues(form.current), step);
    router.push(laterHref);
  };

  const check = useCallback(
    (column: string, text: string, field: NumberView, deviation: boolean) =>
      setChecked((known) => {
        const before = known ?? {};
        const problem = problemOfEntry(text, { field, deviation, protocol, preferences: plan.preferences }, (name, words) =>
          t(`errors.${name}`, words),
        );
        if ((before[column] ?? null) === problem) return known;
        const others = without(before, column);
        return problem === null ? others : { ...others, [column]: problem };
      }),
    [plan.preferences, protocol, t],
  );
  const shared = useMemo<FormShared>(() => ({ initial: given, protocol, errors, live, check }), [given, protocol, errors, live, check]);

  // What is not valid buys no answer.
  const sound = Object.fromEntries(Object.entries(values).filter(([name]) => errors[name] === undefined));
  const index = steps.indexOf(step);
  const wrong = new Set(live ? Object.keys(errors).flatMap((field) => stepOfElement(field) ?? []) : []);

  if (queued && waiting) return <Queued another={waiting.form} home={laterHref} />;
  return (
    <form ref={form} action={formAction} onSubmit={submit} onChange={change} noValidate className="grid min-w-0 gap-8">
      <Progress
        step={index + 1}
        of={steps.length}
        label={t("progress", { step: index + 1, of: steps.length })}
        title={t(`steps.${step}.title`)}
        className="noscript:hidden desk:hidden"
      />
      <AnswersReady plan={plan} protocol={protocol} values={sound} className="-mt-5 noscript:hidden desk:hidden" />
      {start.restoredFrom && step === start.step && (
        <Alert tone="info" live>
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <p>
              {t("draft.restored", {
                when: new Intl.DateTimeFormat(regionOf(locale), { dateStyle: "medium", timeStyle: "short" }).format(start.restoredFrom),
              })}
            </p>
            <Button variant="secondary" size="small" onClick={startAfresh}>
              {t(kind === "new" ? "draft.afresh" : "draft.discard")}
            </Button>
          </div>
        </Alert>
      )}
      {state.status === "refused" && <ErrorSummary problems={state.problems} open={openField} />}
      <div className="grid min-w-0 gap-10 desk:grid-cols-[minmax(0,1fr)_18rem]">
        <div key={start.generation} className="grid min-w-0 content-start gap-8">
          <FormProvider value={shared}>
            <input type="hidden" name="owner" value={owner} />
            <input type="hidden" name="timeZone" defaultValue={given.timeZone ?? "UTC"} />
            {kind === "new" ? (
              <input type="hidden" name="submissionId" defaultValue={given.submissionId} />
            ) : (
              <input type="hidden" name="revision" defaultValue={given.revision} />
            )}
            <StepFrame step="about" current={step}>
              <AboutStep choices={plan.choices} timeZone={given.timeZone ?? "UTC"} />
            </StepFrame>
            <StepFrame step="body" current={step}>
              <BodyStep fields={plan.fields} person={plan.person} />
            </StepFrame>
            <StepFrame step="gait" current={step}>
              <GaitStep plan={plan} protocol={protocol} values={values} live={live} />
            </StepFrame>
            <StepFrame step="tests" current={step}>
              <TestsStep plan={plan} values={values} />
            </StepFrame>
            <StepFrame step="complaint" current={step}>
              <ComplaintStep plan={plan} values={values} />
            </StepFrame>
            <StepFrame step="review" current={step}>
              <ReviewStep plan={plan} values={values} open={go} />
            </StepFrame>
          </FormProvider>
          <div className="grid gap-4 border-t pt-4">
            <Refusal status={state.status} signInHref={signInHref} />
            <StepButtons
              previous={steps[index - 1]}
              next={steps[index + 1]}
              save={t(kind === "new" ? "save" : "correct")}
              pending={pending}
              back={go}
              advance={advance}
              finishLater={finishLater}
            />
            <DraftLine kept={kept} />
          </div>
        </div>
        <aside className="grid content-start gap-8 desk:sticky desk:top-6 desk:self-start">
          <StepList current={step} wrong={wrong} open={go} />
          <section id="answers" aria-labelledby="answers-title" className="grid gap-3 rounded-lg border bg-surface p-4">
            <h2 id="answers-title" className="text-muted text-sm">
              {t("answers.title")}
            </h2>
            <AnswersPanel plan={plan} protocol={protocol} values={sound} />
          </section>
        </aside>
      </div>
    </form>
  );
}
