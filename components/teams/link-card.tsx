"use client";

import { Check, Copy } from "lucide";
import { useId, useRef, useState } from "react";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Input } from "../ui/input";
import { Label } from "../ui/label";

/** A link that was just made, in words: it is shown once and can never be shown again. */
export type MadeLink = {
  link: string;
  title: string;
  /** How long it works, and whether it went by e-mail. */
  lines: readonly string[];
  /** The e-mail did not go: said with more weight. */
  notSent?: string;
  label: string;
  copy: string;
  copied: string;
};

export function LinkCard({ made }: { made: MadeLink }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState("");
  const copy = async () => {
    // Where the browser lets nobody write to the clipboard the link is selected, ready to be copied by hand.
    field.current?.select();
    const done = await navigator.clipboard?.writeText(made.link).then(
      () => true,
      () => false,
    );
    if (done) setCopied(made.link);
  };
  const isCopied = copied === made.link;
  return (
    <Alert tone={made.notSent ? "caution" : "info"} title={made.notSent ?? made.title} live>
      {made.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Label htmlFor={id} className="pt-2">
        {made.label}
      </Label>
      <div className="flex flex-wrap gap-2">
        <Input
          ref={field}
          id={id}
          readOnly
          value={made.link}
          className="flex-1 basis-56 font-mono"
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button variant="secondary" onClick={copy}>
          <Icon of={isCopied ? Check : Copy} />
          {isCopied ? made.copied : made.copy}
        </Button>
      </div>
    </Alert>
  );
}
