"use client";

import { signOut } from "next-auth/react";
import { useState } from "react";
import { forgetDrafts } from "@/components/assessment/draft";
import { Button } from "@/components/ui/button";

/** Ends the session and takes from this device what the person typed and did not send. */
export function SignOut({ label }: { label: string }) {
  const [pending, setPending] = useState(false);
  const leave = async () => {
    setPending(true);
    forgetDrafts();
    await signOut({ callbackUrl: "/" });
  };
  return (
    <Button variant="quiet" size="small" pending={pending} onClick={leave}>
      {label}
    </Button>
  );
}
