"use client";

import { useTranslations } from "next-intl";
import type { AnsweredAction } from "../athlete/form-state";
import { Outcome } from "../athlete/outcome";
import { useAnsweredForm } from "../athlete/use-answered-form";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { LinkCard } from "./link-card";
import { idleLinkForm, type LinkFormState } from "./link-state";

export type InviteFormProps = {
  action: AnsweredAction<LinkFormState>;
  whom: "athlete" | "coach";
  /** Whether this installation sends e-mail. */
  mail: boolean;
};

export function InviteForm({ action, whom, mail }: InviteFormProps) {
  const t = useTranslations("teams");
  const field = `${whom}-email`;
  const { form, state, formAction, submit, pending } = useAnsweredForm<LinkFormState>(action, idleLinkForm, {
    fields: [field],
    failed: t("problems.failed"),
  });
  return (
    <form
      ref={form}
      action={formAction}
      onSubmit={submit}
      noValidate
      aria-labelledby={`${whom}-title`}
      className="grid content-start gap-4 rounded-lg border bg-surface p-4 sm:p-6"
    >
      <div className="grid gap-1">
        <h3 id={`${whom}-title`} className="font-medium">
          {t(`invite.${whom}`)}
        </h3>
        <p className="text-muted text-sm">{t(`invite.${whom}Text`)}</p>
      </div>
      <Field
        id={field}
        label={t("invite.email")}
        optional={t("invite.optional")}
        hint={t("invite.emailHint", { mail: mail ? "yes" : "no" })}
        error={state.errors[field]}
      >
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            defaultValue={state.values.email}
          />
        )}
      </Field>
      <Outcome state={state} refused={t("invite.refused")} />
      {state.made && <LinkCard made={state.made} />}
      <Button type="submit" variant={whom === "athlete" ? "primary" : "secondary"} className="w-fit" pending={pending}>
        {t(`invite.${whom}Action`)}
      </Button>
    </form>
  );
}
