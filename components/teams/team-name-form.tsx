"use client";

import { useTranslations } from "next-intl";
import { type AnsweredAction, idleForm } from "../athlete/form-state";
import { Outcome } from "../athlete/outcome";
import { useAnsweredForm } from "../athlete/use-answered-form";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

export type TeamNameFormProps = {
  action: AnsweredAction;
  /** Making a team, or renaming the one of this name. */
  name?: string;
  /** The path to which the person goes back with their new team. */
  returnTo?: string;
};

export function TeamNameForm({ action, name, returnTo }: TeamNameFormProps) {
  const t = useTranslations("teams");
  const renames = name !== undefined;
  const { form, state, formAction, submit, pending } = useAnsweredForm(action, idleForm, {
    fields: ["team-name"],
    failed: t("problems.failed"),
  });
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid max-w-prose gap-4">
      {returnTo && <input type="hidden" name="returnTo" value={returnTo} readOnly />}
      <Field id="team-name" label={t("new.name")} hint={t("new.hint")} error={state.errors["team-name"]}>
        {(control) => (
          <Input {...control} name="name" autoComplete="organization" required maxLength={120} defaultValue={state.values.name ?? name} />
        )}
      </Field>
      <Outcome state={state} refused={t(renames ? "rename.refused" : "new.refused")} done={renames ? t("rename.saved") : undefined} />
      <Button type="submit" variant={renames ? "secondary" : "primary"} className="w-fit" pending={pending}>
        {t(renames ? "rename.action" : "new.action")}
      </Button>
    </form>
  );
}
