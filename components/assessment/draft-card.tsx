"use client";

import { useEffect, useState } from "react";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { LinkButton } from "../ui/link-button";
import { forgetDraft, readDraft } from "./draft";

type Props = { owner: string; title: string; text: string; openLabel: string; forgetLabel: string; href?: string };

/** Tells of an assessment left half-way on this device. */
export function DraftCard({ owner, title, text, openLabel, forgetLabel, href = "/assessments/new" }: Props) {
  const [there, setThere] = useState(false);
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const draft = await readDraft(owner);
      if (!gone) setThere(draft !== null);
    };
    void look().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [owner]);
  if (!there) return null;
  const forget = () => {
    forgetDraft(owner);
    setThere(false);
  };
  return (
    <Alert tone="info" title={title}>
      <p>{text}</p>
      <div className="flex flex-wrap gap-2 pt-2">
        <LinkButton size="small" href={href}>
          {openLabel}
        </LinkButton>
        <Button size="small" variant="quiet" onClick={forget}>
          {forgetLabel}
        </Button>
      </div>
    </Alert>
  );
}
