"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Badge } from "../ui/badge";
import { Disclosure } from "../ui/disclosure";
import { Section } from "../ui/section";
import { ConfirmedForm } from "./confirmed-form";
import type { SecurityAction } from "./state";

export type SessionView = { id: string; device: string; text: string; current: boolean };

type Props = {
  sessions: readonly SessionView[];
  password: boolean;
  end: SecurityAction;
  /** Ends the one of this browser. */
  signOut: ReactNode;
};

/** Where the person is signed in. What ended is told where the focus goes, for its row is gone. */
export function SessionsSection({ sessions, password, end, signOut }: Props) {
  const t = useTranslations("security.sessions");
  const [ended, setEnded] = useState<{ device: string } | null>(null);
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (ended) told.current?.focus();
  }, [ended]);
  const endAndTell =
    (device: string): SecurityAction =>
    async (previous, form) => {
      const answer = await end(previous, form);
      if (answer.status === "done") setEnded({ device });
      return answer;
    };
  return (
    <Section id="sessions" title={t("title")} lead={t("lead")}>
      <p ref={told} tabIndex={-1} role="status" className="font-medium outline-none empty:hidden">
        {ended && t("ended", ended)}
      </p>
      <ul className="grid gap-4">
        {sessions.map(({ id, device, text, current }) => (
          <li key={id} className="grid gap-1">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              {device}
              {current && <Badge tone="accent">{t("this")}</Badge>}
            </p>
            <p id={`session-${id}`} className="text-muted text-sm">
              {text}
            </p>
            {current ? (
              <div className="-ms-3">{signOut}</div>
            ) : (
              <Disclosure summary={t("end", { device })} describedBy={`session-${id}`}>
                <ConfirmedForm action={endAndTell(device)} label={t("end", { device })} describedBy={`session-${id}`} password={password}>
                  <input type="hidden" name="session" value={id} />
                </ConfirmedForm>
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
      {!sessions.some(({ current }) => current) && <p className="text-muted">{t("notListed")}</p>}
      {sessions.every(({ current }) => current) && <p className="text-muted">{t("only")}</p>}
    </Section>
  );
}
