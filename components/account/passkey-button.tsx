"use client";

import { useRef, useState } from "react";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import type { Words } from "./words";

export type PasskeySignIn = { ask: () => Promise<string | null>; finish: (response: string, shared: boolean) => Promise<boolean> };

export type PasskeyWords = Words<"action" | "refused" | "busy">;

type Props = PasskeySignIn & { words: PasskeyWords; returnTo: string; shared?: () => boolean };

/** Signs in by the device's key alone. */
export function PasskeyButton({ words, ask, finish, returnTo, shared = () => false }: Props) {
  const [outcome, setOutcome] = useState<"idle" | "pending" | "refused" | "busy">("idle");
  const message = useRef<HTMLDivElement>(null);
  const press = async () => {
    setOutcome("pending");
    const result = await signInByKey(ask, (response) => finish(response, shared()));
    if (result === "signedIn") window.location.assign(returnTo);
    else {
      setOutcome(result);
      message.current?.focus();
    }
  };
  return (
    <div className="grid gap-3">
      <div ref={message} tabIndex={-1} className="outline-none empty:hidden">
        {(outcome === "refused" || outcome === "busy") && (
          <Alert tone="error" live>
            <p>{words[outcome]}</p>
          </Alert>
        )}
      </div>
      <Button variant="secondary" size="large" wide pending={outcome === "pending"} onClick={press}>
        {words.action}
      </Button>
    </div>
  );
}

async function signInByKey(
  ask: PasskeySignIn["ask"],
  finish: (response: string) => Promise<boolean>,
): Promise<"signedIn" | "refused" | "busy"> {
  try {
    const options = await ask();
    if (options === null) return "busy";
    const { startAuthentication } = await import("@simplewebauthn/browser");
    return (await finish(JSON.stringify(await startAuthentication({ optionsJSON: JSON.parse(options) })))) ? "signedIn" : "refused";
  } catch {
    return "refused";
  }
}
