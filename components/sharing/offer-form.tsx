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
import { ScopeChoice } from "./scope-choice";

const fields = ["offer-email", "offer-scope"] as const;

export function OfferForm({ action }: { action: AnsweredAction<LinkFormState> }) {
  const t = useTranslations("sharing.offer");
  const answered = useAnsweredForm<LinkFormState>(action, idleLinkForm, { fields, failed: t("problems.failed") });
  const { form, state, formAction, submit, pending } = answered;
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid max-w-prose gap-4">
      <Field id="offer-email" label={t("email")} error={state.errors["offer-email"]}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            required
            defaultValue={state.values.email}
          />
        )}
      </Field>
      <ScopeChoice id="offer-scope" legend={t("scope")} hint={t("every")} error={state.errors["offer-scope"]} chosen={state.values.scope} />
      <Outcome state={state} refused={t("refused")} />
      {state.made && <LinkCard made={state.made} />}
      <Button type="submit" variant="secondary" className="w-fit" pending={pending}>
        {t("action")}
      </Button>
    </form>
  );
}
