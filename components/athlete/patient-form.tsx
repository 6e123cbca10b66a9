"use client";

import { useLocale, useMessages, useTranslations } from "next-intl";
import { useState } from "react";
import { BirthDate } from "../account/birth-date";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Link } from "../ui/link";
import { RadioGroup } from "../ui/radio-group";
import { Select, type SelectOption } from "../ui/select";
import { ConsentFields } from "./consent-fields";
import { type AnsweredAction, type AnsweredState, idleForm } from "./form-state";
import { Outcome } from "./outcome";
import { useAnsweredForm } from "./use-answered-form";

/** Somebody of the same name and birth date, whom the team has already. */
export type Double = { name: string; identifier: string | null; href: string };
export type PatientFormState = AnsweredState & { double?: Double };
export type PatientAction = AnsweredAction<PatientFormState>;

export type PatientFormProps = {
  action: PatientAction;
  submissionId: string;
  teams: readonly SelectOption[];
  team: string;
  /** "YYYY-MM-DD" */
  today: string;
};

const fields = ["team", "name", "identifier", "birth", "sex", "scope", "how", "otherText", "obtainedOn"] as const;

export function PatientForm({ action, submissionId, teams, team, today }: PatientFormProps) {
  const t = useTranslations("athletes.patient");
  const words = useTranslations("athletes.form");
  const { form, state, formAction, submit, pending } = useAnsweredForm<PatientFormState>(action, idleForm, {
    fields,
    failed: words("failed"),
  });
  const { errors, values } = state;
  // What is written after the warning may be somebody else: it is looked for anew.
  const [outdated, setOutdated] = useState<Double>();
  const double = state.double === outdated ? undefined : state.double;
  return (
    <form ref={form} action={formAction} onSubmit={submit} onChange={() => setOutdated(state.double)} noValidate className="grid gap-6">
      <input type="hidden" name="submissionId" value={values.submissionId ?? submissionId} readOnly />
      {teams.length > 1 ? (
        <Field id="team" label={t("team")} error={errors.team}>
          {(control) => <Select {...control} name="team" options={teams} defaultValue={values.team ?? team} />}
        </Field>
      ) : (
        <input type="hidden" name="team" value={team} readOnly />
      )}
      <PatientFields errors={errors} values={values} />
      <ConsentFields errors={errors} values={values} today={today} />
      <Outcome state={state} refused={words("refused")} />
      {double && <DoubleWarning double={double} pending={pending} />}
      {!double && (
        <Button type="submit" size="large" className="w-fit max-sm:w-full" pending={pending}>
          {t("save")}
        </Button>
      )}
    </form>
  );
}

export function PatientFields({ errors, values }: Pick<AnsweredState, "errors" | "values">) {
  const t = useTranslations("athletes.patient");
  const { account } = useMessages();
  const locale = useLocale();
  return (
    <>
      <NameFields errors={errors} values={values} />
      <BirthDate words={account.birth} locale={locale} error={errors.birth} values={values} hint={t("birthHint")} of="other" />
      <SexField errors={errors} values={values} />
    </>
  );
}

export function NameFields({ errors, values }: Pick<AnsweredState, "errors" | "values">) {
  const t = useTranslations("athletes.patient");
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Field id="name" label={t("name")} hint={t("nameHint")} error={errors.name}>
        {(control) => <Input {...control} name="name" autoComplete="off" required defaultValue={values.name} />}
      </Field>
      <Field id="identifier" label={t("identifier")} optional={t("optional")} hint={t("identifierHint")} error={errors.identifier}>
        {(control) => <Input {...control} name="identifier" autoComplete="off" defaultValue={values.identifier} />}
      </Field>
    </div>
  );
}

function SexField({ errors, values }: Pick<AnsweredState, "errors" | "values">) {
  const t = useTranslations("athletes.patient");
  const common = useTranslations("common.sex");
  return (
    <RadioGroup
      id="sex"
      name="sex"
      legend={t("sex")}
      hint={t("sexHint")}
      error={errors.sex}
      required
      defaultValue={values.sex}
      options={[
        { value: "female", label: common("female") },
        { value: "male", label: common("male") },
      ]}
    />
  );
}

function DoubleWarning({ double, pending }: { double: Double; pending: boolean }) {
  const t = useTranslations("athletes.patient.double");
  return (
    <Alert tone="caution" title={t("title", { name: double.name })} live>
      <p>
        {t("text")} {double.identifier && t("identifier", { identifier: double.identifier })}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-2">
        <Link className="prose-link flex min-h-11 items-center" href={double.href}>
          {t("open")}
        </Link>
        <Button type="submit" variant="secondary" name="despiteDouble" value="yes" fit="wrap" pending={pending}>
          {t("confirm")}
        </Button>
      </div>
    </Alert>
  );
}
