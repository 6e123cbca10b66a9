"use client";

import { useTranslations } from "next-intl";
import { type AnsweredAction, idleForm } from "../athlete/form-state";
import { Outcome } from "../athlete/outcome";
import { useAnsweredForm } from "../athlete/use-answered-form";
import { forgetDevice } from "../offline/device";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

/** The last question before everything goes. What this device kept goes as well. */
export function EraseForm({ action, password }: { action: AnsweredAction; password: boolean }) {
  const t = useTranslations("personal");
  const { form, state, formAction, submit, pending } = useAnsweredForm(
    async (previous, sent) => {
      const answer = await action(previous, sent);
      if (answer === undefined) await forgetDevice();
      return answer;
    },
    idleForm,
    { fields: ["understood", "confirm"], failed: t("erase.failed") },
  );
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid gap-5 rounded-lg border bg-surface p-4 sm:p-6">
      <Checkbox id="understood" name="understood" value="yes" label={t("erase.understood")} error={state.errors.understood} />
      <Field
        id="confirm"
        label={t(password ? "confirm.password" : "confirm.email")}
        hint={t("confirm.hint")}
        error={state.errors.confirm}
        className="sm:max-w-80"
      >
        {(control) => (
          <Input
            {...control}
            name="confirm"
            type={password ? "password" : "email"}
            autoComplete={password ? "current-password" : "off"}
            required
          />
        )}
      </Field>
      <Outcome state={state} refused={t("erase.refused")} />
      <Button type="submit" variant="danger" className="w-fit max-sm:w-full" pending={pending}>
        {t("erase.action")}
      </Button>
    </form>
  );
}
