"use client";

import { useTranslations } from "next-intl";
import { type AnsweredAction, idleForm } from "../athlete/form-state";
import { Outcome } from "../athlete/outcome";
import { useAnsweredForm } from "../athlete/use-answered-form";
import { Button } from "../ui/button";
import { RadioGroup, type RadioOption } from "../ui/radio-group";

/** Takes up an offer with one of the coach's teams. */
export function OfferAnswerForm({ action, teams }: { action: AnsweredAction; teams: readonly RadioOption[] }) {
  const t = useTranslations("teams");
  const { form, state, formAction, submit, pending } = useAnsweredForm(action, idleForm, {
    fields: ["offer-team"],
    failed: t("problems.failed"),
  });
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid max-w-prose gap-4">
      <RadioGroup
        id="offer-team"
        name="team"
        legend={t("offer.team")}
        error={state.errors["offer-team"]}
        required
        layout="list"
        defaultValue={state.values.team ?? (teams.length === 1 ? teams[0]?.value : undefined)}
        options={teams}
      />
      <Outcome state={state} refused={t("offer.refused")} />
      <Button type="submit" className="w-fit" pending={pending}>
        {t("offer.accept")}
      </Button>
    </form>
  );
}
