"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { LinkButton } from "../ui/link-button";
import type { Pending } from "./pending";
import { PendingLine } from "./pending-line";
import type { Outcome } from "./send-pending";
import type { PendingWords, SendAction, SendAnswer } from "./types";
import { usePending } from "./use-pending";

type Props = { owner: string; send: SendAction; words: PendingWords; locale: string };

const again = 30_000;

/** Tells of assessments that were finished without a connection, and sends them as soon as there is one. */
export function PendingAssessments({ owner, send, words, locale }: Props) {
  const router = useRouter();
  const pending = usePending(owner);
  const [sending, setSending] = useState(false);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const waits = pending.length > 0;

  const sendAll = useCallback(async () => {
    setSending(true);
    const { sendPending } = await import("./send-pending");
    const sent = (await sendPending(owner, send).catch(() => null)) ?? [];
    setSending(false);
    setOutcomes((known) => new Map([...known, ...sent.map((each) => [each.pending.submissionId, each] as const)]));
    if (sent.some(({ answer }) => answer.status === "stored")) router.refresh();
  }, [owner, send, router]);

  useEffect(() => {
    if (!waits) return;
    const reach = () => navigator.onLine && void sendAll();
    reach();
    const timer = setInterval(reach, again);
    window.addEventListener("online", reach);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", reach);
    };
  }, [waits, sendAll]);

  const putRight = async (each: Pending) => {
    const { backToForm } = await import("./send-pending");
    await backToForm(owner, each);
    router.push(each.form);
  };

  const stored = [...outcomes.values()].flatMap(({ pending: each, answer }) =>
    answer.status === "stored" ? [{ each, href: `/assessments/${answer.id}` }] : [],
  );
  if (!waits && stored.length === 0) return null;
  return (
    <div className="mx-auto grid w-full max-w-page gap-2 px-4 pt-4 sm:px-6">
      {stored.map(({ each, href }) => (
        <Alert key={each.submissionId} tone="info" title={words.sent} live>
          <p>
            <PendingLine pending={each} words={words} locale={locale} />
          </p>
          <div className="pt-2">
            <LinkButton size="small" href={href}>
              {words.result}
            </LinkButton>
          </div>
        </Alert>
      ))}
      {waits && (
        <Alert tone="caution" title={words.title} live>
          <p>{words.text}</p>
          <ul className="grid gap-3 pt-2">
            {pending.map((each) => (
              <li key={each.submissionId} className="grid gap-2">
                <PendingLine pending={each} words={words} locale={locale} />
                <Why answer={outcomes.get(each.submissionId)?.answer} words={words} putRight={() => void putRight(each)} />
              </li>
            ))}
          </ul>
          <div className="pt-2">
            <Button size="small" variant="secondary" pending={sending} onClick={() => void sendAll()}>
              {sending ? words.sending : words.retry}
            </Button>
          </div>
        </Alert>
      )}
    </div>
  );
}

/** Why it still waits, where the server has said so. */
function Why({ answer, words, putRight }: { answer: SendAnswer | undefined; words: PendingWords; putRight: () => void }) {
  switch (answer?.status) {
    case undefined:
    case "stored":
    case "unreachable":
      return null;
    case "signedOut":
      return (
        <p>
          {words.signedOut}{" "}
          <a href="/sign-in" className="prose-link">
            {words.signIn}
          </a>
        </p>
      );
    case "refused":
      return (
        <div className="grid justify-items-start gap-2">
          <p>{words.refused}</p>
          <Button size="small" onClick={putRight}>
            {words.open}
          </Button>
        </div>
      );
    case "notPermitted":
      return <p>{words.notPermitted}</p>;
    default:
      return <p>{words.failed}</p>;
  }
}
