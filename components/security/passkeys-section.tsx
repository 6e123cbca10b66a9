"use client";

import { useTranslations } from "next-intl";
import { Disclosure } from "../ui/disclosure";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Section } from "../ui/section";
import { ConfirmedForm } from "./confirmed-form";
import type { SecurityAction, SecurityState } from "./state";

export type PasskeyView = { id: string; name: string; text: string };

type Props = {
  passkeys: readonly PasskeyView[];
  password: boolean;
  begin: SecurityAction;
  finish: (name: string, response: string) => Promise<SecurityState>;
  remove: SecurityAction;
  onCodes: (codes: readonly string[]) => void;
};

/** The keys that the person's devices keep. */
export function PasskeysSection({ passkeys, password, begin, finish, remove, onCodes }: Props) {
  const t = useTranslations("security.passkeys");
  const add: SecurityAction = async (previous, form) => {
    const asked = await begin(previous, form);
    if (!asked.passkeyOptions) return asked;
    const refused: SecurityState = { ...asked, status: "refused", message: t("notMade") };
    const response = await makeKey(asked.passkeyOptions);
    if (response === null) return refused;
    const answer = await finish(String(form.get("name") ?? ""), response);
    if (answer.codes) onCodes(answer.codes);
    return answer;
  };
  return (
    <Section id="passkeys" title={t("title")} lead={t("lead")}>
      {passkeys.length === 0 && <p>{t("none")}</p>}
      <ul className="grid gap-3">
        {passkeys.map(({ id, name, text }) => (
          <li key={id} className="grid gap-1">
            <p>
              {name} <span className="text-muted text-sm">{text}</span>
            </p>
            <Disclosure summary={t("remove", { name })}>
              <ConfirmedForm action={remove} label={t("remove", { name })} password={password}>
                <input type="hidden" name="passkey" value={id} />
              </ConfirmedForm>
            </Disclosure>
          </li>
        ))}
      </ul>
      <ConfirmedForm action={add} label={t("add")} password={password} fields={["passkey-name"]}>
        <Field id="passkey-name" label={t("name")} hint={t("nameHint")}>
          {(control) => <Input {...control} name="name" maxLength={60} autoComplete="off" />}
        </Field>
      </ConfirmedForm>
    </Section>
  );
}

/** Asks the device; null where it or the person did not want to. */
async function makeKey(options: string): Promise<string | null> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  try {
    return JSON.stringify(await startRegistration({ optionsJSON: JSON.parse(options) }));
  } catch {
    return null;
  }
}
