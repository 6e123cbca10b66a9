"use client";

import { useEffect, useState } from "react";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { readOwner } from "./device";
import { PendingLine } from "./pending-line";
import type { PendingWords } from "./types";
import { usePending } from "./use-pending";

/** On the page without a connection: what waits of whoever is signed in on this device. */
export function WaitingHere({ words, locale }: { words: Pick<PendingWords, "title" | "text" | "walk" | "run">; locale: string }) {
  const [owner, setOwner] = useState<string | null>(null);
  useEffect(() => setOwner(readOwner()), []);
  const pending = usePending(owner);
  if (pending.length === 0) return null;
  return (
    <Alert tone="caution" title={words.title}>
      <p>{words.text}</p>
      <ul className="grid gap-1 pt-2">
        {pending.map((each) => (
          <li key={each.submissionId}>
            <PendingLine pending={each} words={words} locale={locale} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}

export function TryAgain({ label }: { label: string }) {
  return (
    <Button variant="secondary" onClick={() => window.location.reload()}>
      {label}
    </Button>
  );
}
