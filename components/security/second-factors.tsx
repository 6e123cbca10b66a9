"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Alert } from "../ui/alert";
import { Section } from "../ui/section";
import { AuthenticatorSection } from "./authenticator-section";
import { ConfirmedForm } from "./confirmed-form";
import { PasskeysSection, type PasskeyView } from "./passkeys-section";
import type { SecurityAction, SecurityState } from "./state";

export type SecondFactorsProps = {
  authenticator: boolean;
  passkeys: readonly PasskeyView[];
  recoveryCodesLeft: number;
  password: boolean;
  actions: {
    beginApp: SecurityAction;
    confirmApp: SecurityAction;
    removeApp: SecurityAction;
    beginPasskey: SecurityAction;
    finishPasskey: (name: string, response: string) => Promise<SecurityState>;
    removeKey: SecurityAction;
    renewCodes: SecurityAction;
  };
};

/** Everything a person signs in with beside the password. Codes are kept above it all, so that they stay while the page is drawn anew. */
export function SecondFactors({ authenticator, passkeys, recoveryCodesLeft, password, actions }: SecondFactorsProps) {
  const t = useTranslations("security.codes");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const shown = useRef<HTMLDivElement>(null);
  const show = (fresh: readonly string[]) => {
    setCodes(fresh);
    requestAnimationFrame(() => shown.current?.focus());
  };
  const renew: SecurityAction = async (previous, form) => {
    const answer = await actions.renewCodes(previous, form);
    if (answer.codes) show(answer.codes);
    return answer;
  };
  const any = authenticator || passkeys.length > 0;
  return (
    <>
      <div ref={shown} tabIndex={-1} className="outline-none empty:hidden">
        {codes && (
          <Alert tone="info" title={t("title")} live>
            <p>{t("lead")}</p>
            <ul className="grid grid-cols-1 gap-x-8 gap-y-1 pt-2 font-mono sm:grid-cols-2">
              {codes.map((code) => (
                <li key={code}>{code}</li>
              ))}
            </ul>
          </Alert>
        )}
      </div>
      <AuthenticatorSection
        on={authenticator}
        password={password}
        begin={actions.beginApp}
        confirm={actions.confirmApp}
        remove={actions.removeApp}
        onCodes={show}
      />
      <PasskeysSection
        passkeys={passkeys}
        password={password}
        begin={actions.beginPasskey}
        finish={actions.finishPasskey}
        remove={actions.removeKey}
        onCodes={show}
      />
      <Section id="recovery" title={t("section")} lead={any ? t("left", { count: recoveryCodesLeft }) : t("none")}>
        {any && <ConfirmedForm action={renew} label={t("renew")} hint={t("renewHint")} password={password} />}
      </Section>
    </>
  );
}
