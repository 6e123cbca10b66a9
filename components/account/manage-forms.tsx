"use client";

import { useLocale, useMessages, useTranslations } from "next-intl";
import { type AnsweredAction, idleForm } from "../athlete/form-state";
import { Outcome } from "../athlete/outcome";
import { useAnsweredForm } from "../athlete/use-answered-form";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { RadioGroup } from "../ui/radio-group";
import { BirthDate } from "./birth-date";

/** Who the person is. */
export function PersonForm({ action, stored }: { action: AnsweredAction; stored: Readonly<Record<string, string>> }) {
  const t = useTranslations("account.manage.person");
  const { account } = useMessages();
  const locale = useLocale();
  const sex = useTranslations("common.sex");
  const { form, state, formAction, submit, pending } = useAnsweredForm(action, idleForm, {
    fields: ["name", "birth", "sex"],
    failed: t("failed"),
  });
  const values = { ...stored, ...state.values };
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid gap-5">
      <Field id="name" label={t("name")} error={state.errors.name}>
        {(control) => <Input {...control} name="name" autoComplete="name" required defaultValue={values.name} />}
      </Field>
      <BirthDate words={account.birth} locale={locale} error={state.errors.birth} values={values} />
      <RadioGroup
        id="sex"
        name="sex"
        legend={account.sex.label}
        hint={account.sex.hint}
        error={state.errors.sex}
        defaultValue={values.sex}
        options={[
          { value: "female", label: sex("female") },
          { value: "male", label: sex("male") },
        ]}
      />
      <Outcome state={state} refused={t("refused")} done={state.message ?? t("saved")} />
      <Button type="submit" variant="secondary" className="w-fit" pending={pending}>
        {t("action")}
      </Button>
    </form>
  );
}

/** Another address, which takes effect once a letter to it was read. */
export function AddressForm({ action }: { action: AnsweredAction }) {
  const t = useTranslations("account.manage.address");
  const { form, state, formAction, submit, pending } = useAnsweredForm(action, idleForm, {
    fields: ["email", "addressPassword"],
    failed: t("failed"),
  });
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid gap-5">
      <Field id="email" label={t("new")} hint={t("hint")} error={state.errors.email}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="email"
            autoCapitalize="none"
            required
            defaultValue={state.values.email}
          />
        )}
      </Field>
      <Field id="addressPassword" label={t("password")} error={state.errors.addressPassword}>
        {(control) => <Input {...control} name="password" type="password" autoComplete="current-password" required />}
      </Field>
      <Outcome state={state} refused={t("refused")} done={state.message} />
      <Button type="submit" variant="secondary" className="w-fit" pending={pending}>
        {t("action")}
      </Button>
    </form>
  );
}

/** Sends the link to the present address again. */
export function VerifyAgainForm({ action }: { action: AnsweredAction }) {
  const t = useTranslations("account.manage.address");
  const { form, state, formAction, submit, pending } = useAnsweredForm(action, idleForm, { fields: [], failed: t("failed") });
  return (
    <form ref={form} action={formAction} onSubmit={submit} className="grid gap-3">
      <Outcome state={state} refused={t("tooOften")} done={state.message} />
      <Button type="submit" variant="secondary" className="w-fit" pending={pending}>
        {t("again")}
      </Button>
    </form>
  );
}

/** Another password: all other sessions end. */
export function PasswordForm({ action, email, hint }: { action: AnsweredAction; email: string; hint: string }) {
  const t = useTranslations("account.manage.password");
  const { form, state, formAction, submit, pending } = useAnsweredForm(action, idleForm, {
    fields: ["present", "new"],
    failed: t("failed"),
  });
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid gap-5">
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field id="present" label={t("present")} error={state.errors.present}>
        {(control) => <Input {...control} name="present" type="password" autoComplete="current-password" required />}
      </Field>
      <Field id="new" label={t("new")} hint={hint} error={state.errors.new}>
        {(control) => <Input {...control} name="new" type="password" autoComplete="new-password" required />}
      </Field>
      <Outcome state={state} refused={t("refused")} done={t("saved")} />
      <Button type="submit" variant="secondary" className="w-fit" pending={pending}>
        {t("action")}
      </Button>
    </form>
  );
}
