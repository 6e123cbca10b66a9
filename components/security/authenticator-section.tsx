"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { idleForm } from "../athlete/form-state";
import { Outcome } from "../athlete/outcome";
import { useAnsweredForm } from "../athlete/use-answered-form";
import { Button } from "../ui/button";
import { Disclosure } from "../ui/disclosure";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Section } from "../ui/section";
import { ConfirmedForm } from "./confirmed-form";
import type { AppKey, SecurityAction, SecurityState } from "./state";

type Props = {
  on: boolean;
  password: boolean;
  begin: SecurityAction;
  confirm: SecurityAction;
  remove: SecurityAction;
  onCodes: (codes: readonly string[]) => void;
};

/** The app that shows codes: set up in two steps, so that nobody is locked out by an app that never worked. */
export function AuthenticatorSection({ on, password, begin, confirm, remove, onCodes }: Props) {
  const t = useTranslations("security.app");
  const [key, setKey] = useState<AppKey | null>(null);
  const beginAndShow: SecurityAction = async (previous, form) => {
    const answer = await begin(previous, form);
    if (answer.key) setKey(answer.key);
    return answer;
  };
  const done = (answer: SecurityState) => {
    setKey(null);
    if (answer.codes) onCodes(answer.codes);
  };
  return (
    <Section id="app" title={t("title")} lead={t("lead")}>
      <p>{on ? t("on") : t("off")}</p>
      {on && (
        <Disclosure summary={t("remove")}>
          <ConfirmedForm action={remove} label={t("remove")} password={password} />
        </Disclosure>
      )}
      {!on && !key && <ConfirmedForm action={beginAndShow} label={t("begin")} password={password} />}
      {!on && key && <FirstCode appKey={key} confirm={confirm} onDone={done} />}
    </Section>
  );
}

function FirstCode({ appKey, confirm, onDone }: { appKey: AppKey; confirm: SecurityAction; onDone: (answer: SecurityState) => void }) {
  const [t, security] = [useTranslations("security.app"), useTranslations("security")];
  const { form, state, formAction, submit, pending } = useAnsweredForm<SecurityState>(
    async (previous, sent) => {
      const answer = await confirm(previous, sent);
      if (answer.status === "done") onDone(answer);
      return answer;
    },
    idleForm,
    { fields: ["code"], failed: security("failed") },
  );
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid gap-4">
      <p>{t("scan")}</p>
      {/* biome-ignore lint/performance/noImgElement: a picture made for this person, that no optimizer may see */}
      <img
        alt={t("qr")}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(appKey.svg)}`}
        width={208}
        height={208}
        className="rounded-lg border bg-white"
      />
      <p>
        {t("key")}: <code className="break-all font-mono">{appKey.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
      <Field id="code" label={t("code")} hint={t("codeHint")} error={state.errors.code}>
        {(control) => <Input {...control} name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={9} required />}
      </Field>
      <Outcome state={state} refused={security("refused")} />
      <Button type="submit" className="w-fit" pending={pending}>
        {t("confirm")}
      </Button>
    </form>
  );
}
