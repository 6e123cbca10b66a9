"use client";

import { useState } from "react";
import { sharedThroughGoogle } from "@/lib/http/shared-sign-in";
import { Button } from "../ui/button";
import { nextAuth } from "./next-auth";

type Props = { label: string; returnTo: string; shared: () => boolean };

const minutesAtGoogle = 15;

export function GoogleButton({ label, returnTo, shared }: Props) {
  const [pending, setPending] = useState(false);
  const leave = async () => {
    setPending(true);
    keepShared(shared());
    const { signIn } = await nextAuth();
    await signIn("google", { callbackUrl: returnTo });
  };
  return (
    <Button variant="secondary" size="large" wide pending={pending} onClick={leave}>
      <svg aria-hidden="true" viewBox="0 0 24 24" className="fill-current">
        <path d="M12 10.9v2.9h4.1c-.2 1.1-1.5 3.2-4.1 3.2a5 5 0 1 1 0-10c1.4 0 2.4.6 2.9 1.1l2-1.9A7.9 7.9 0 1 0 12 20c4.6 0 7.6-3.2 7.6-7.7 0-.5 0-.9-.1-1.4H12Z" />
      </svg>
      {label}
    </Button>
  );
}

function keepShared(shared: boolean): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the other way to set one is not in every browser
  document.cookie = `${sharedThroughGoogle}=${shared ? "yes" : "no"}; path=/api/auth; max-age=${minutesAtGoogle * 60}; samesite=lax`;
}
