"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Outcome } from "../athlete/outcome";
import { useAnsweredForm } from "../athlete/use-answered-form";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { idleSecurity, type SecurityAction } from "./state";

type Props = {
  action: SecurityAction;
  label: string;
  /** Whether the person types their password, or their address because they have none. */
  password: boolean;
  hint?: string;
  /** The id of what tells this one from others whose label is the same. */
  describedBy?: string;
  /** The ids of fields of its own. */
  fields?: readonly string[];
  children?: ReactNode;
};

/** A form that changes how somebody signs in, and so asks first who it is. */
export function ConfirmedForm({ action, label, password, hint, describedBy, fields = [], children }: Props) {
  const t = useTranslations("security");
  const id = useId();
  const { form, state, formAction, submit, pending } = useAnsweredForm(action, idleSecurity, {
    fields: [...fields, id],
    failed: t("failed"),
  });
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid gap-4">
      {children}
      <input type="hidden" name="confirmId" value={id} />
      <Field id={id} label={password ? t("confirm") : t("confirmEmail")} hint={hint} error={state.errors[id]}>
        {(control) => (
          <Input
            {...control}
            name="confirm"
            type={password ? "password" : "email"}
            autoComplete={password ? "current-password" : "username"}
            autoCapitalize="none"
            required
          />
        )}
      </Field>
      <Outcome state={state} refused={t("refused")} />
      <Button type="submit" aria-describedby={describedBy} variant="secondary" className="w-fit" pending={pending}>
        {label}
      </Button>
    </form>
  );
}
