"use client";

import { useTranslations } from "next-intl";
import type { AnsweredAction } from "../athlete/form-state";
import { Outcome } from "../athlete/outcome";
import { useAnsweredForm } from "../athlete/use-answered-form";
import { LinkCard } from "../teams/link-card";
import { idleLinkForm, type LinkFormState } from "../teams/link-state";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { RadioGroup } from "../ui/radio-group";

const fields = ["coach-email", "scope"] as const;

/** Offers a coach's address access; answers with a link to pass on. */
export function OfferForm({ action }: { action: AnsweredAction<LinkFormState> }) {
  const t = useTranslations("sharing");
  const { form, state, formAction, submit, pending } = useAnsweredForm<LinkFormState>(action, idleLinkForm, {
    fields,
    failed: t("failed"),
  });
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid max-w-prose gap-4">
      <Field id="coach-email" label={t("offer.email")} hint={t("offer.emailHint")} error={state.errors["coach-email"]}>
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
      <RadioGroup
        id="scope"
        name="scope"
        legend={t("offer.scope")}
        options={(["view", "record"] as const).map((value) => ({ value, label: t(`scope.${value}`), hint: t(`consent.${value}`) }))}
        defaultValue={state.values.scope}
        error={state.errors.scope}
        layout="list"
      />
      <Outcome state={state} refused={t("offer.refused")} />
      {state.made && <LinkCard made={state.made} />}
      <Button type="submit" variant="secondary" className="w-fit" pending={pending}>
        {t("offer.action")}
      </Button>
    </form>
  );
}
