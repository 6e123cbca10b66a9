"use client";

import { useTranslations } from "next-intl";
import { type AnsweredAction, type AnsweredState, idleForm } from "../athlete/form-state";
import { Outcome } from "../athlete/outcome";
import { useAnsweredForm } from "../athlete/use-answered-form";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { FieldGroup } from "../ui/field-group";
import { Input } from "../ui/input";
import { RadioGroup } from "../ui/radio-group";
import { TokenCard } from "./token-card";

export type TokenFormState = AnsweredState & { made?: { token: string; until: string } };

export type TokenFormProps = {
  action: AnsweredAction<TokenFormState>;
  scopes: readonly ("read" | "write" | "predict")[];
  days: readonly number[];
  longestName: number;
};

export function TokenForm({ action, scopes, days, longestName }: TokenFormProps) {
  const t = useTranslations("api.tokens.form");
  const { form, state, formAction, submit, pending } = useAnsweredForm<TokenFormState>(action, idleForm, {
    fields: ["token-name", "token-scopes", "token-days"],
    failed: t("problems.failed"),
  });
  const chosen = state.values.scopes?.split(" ") ?? ["read"];
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid max-w-prose gap-6">
      <Field id="token-name" label={t("name")} hint={t("nameHint")} error={state.errors["token-name"]}>
        {(control) => (
          <Input {...control} name="name" autoComplete="off" required maxLength={longestName} defaultValue={state.values.name} />
        )}
      </Field>
      <FieldGroup id="token-scopes" legend={t("scopes")} error={state.errors["token-scopes"]}>
        <div className="grid">
          {scopes.map((scope) => (
            <Checkbox
              key={scope}
              id={`token-scope-${scope}`}
              name="scopes"
              value={scope}
              label={t(`scope.${scope}`)}
              defaultChecked={chosen.includes(scope)}
            />
          ))}
        </div>
      </FieldGroup>
      <RadioGroup
        id="token-days"
        name="days"
        legend={t("days")}
        required
        error={state.errors["token-days"]}
        defaultValue={state.values.days || String(days[1] ?? days[0])}
        options={days.map((count) => ({ value: String(count), label: t("daysOption", { days: count }) }))}
      />
      <Outcome state={state} refused={t("refused")} />
      {state.made && <TokenCard {...state.made} />}
      <Button type="submit" className="w-fit max-sm:w-full" pending={pending}>
        {t("action")}
      </Button>
    </form>
  );
}
