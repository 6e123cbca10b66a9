"use client";

import { useTranslations } from "next-intl";
import { LinkCard } from "../teams/link-card";
import { idleLinkForm, type LinkFormState } from "../teams/link-state";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select, type SelectOption } from "../ui/select";
import type { AnsweredAction } from "./form-state";
import { Outcome } from "./outcome";
import { useAnsweredForm } from "./use-answered-form";

export type HandOverFormProps = { action: AnsweredAction<LinkFormState>; teams: readonly SelectOption[] };

const fields = ["hand-over-team", "email"] as const;

export function HandOverForm({ action, teams }: HandOverFormProps) {
  const t = useTranslations("athletes.person.handOver");
  const words = useTranslations("athletes.form");
  const answered = useAnsweredForm<LinkFormState>(action, idleLinkForm, { fields, failed: words("failed") });
  const { form, state, formAction, submit, pending } = answered;
  const { errors, values } = state;
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid gap-4">
      {teams.length > 1 ? (
        <Field id="hand-over-team" label={t("team")} error={errors["hand-over-team"]}>
          {(control) => <Select {...control} name="team" options={teams} defaultValue={values.team} />}
        </Field>
      ) : (
        <input type="hidden" name="team" value={teams[0]?.value ?? ""} readOnly />
      )}
      <Field id="email" label={t("email")} optional={t("optional")} hint={t("emailHint")} error={errors.email}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            defaultValue={values.email}
          />
        )}
      </Field>
      <Outcome state={state} refused={t("refused")} />
      {state.made && <LinkCard made={state.made} />}
      <Button type="submit" variant="secondary" className="w-fit" pending={pending}>
        {t("action")}
      </Button>
    </form>
  );
}
