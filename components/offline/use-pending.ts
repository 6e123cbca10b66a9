"use client";

import { useEffect, useState } from "react";
import { listPending, type Pending, pendingChanged } from "./pending";

/** What waits of a person on this device, as it changes here and in other tabs; nothing on the server. */
export function usePending(owner: string | null): readonly Pending[] {
  const [pending, setPending] = useState<readonly Pending[]>([]);
  useEffect(() => {
    let turn = 0;
    const look = async () => {
      const own = ++turn;
      const found = owner === null ? [] : await listPending(owner);
      if (own === turn) setPending(found);
    };
    const lookAgain = () => void look().catch(() => undefined);
    lookAgain();
    window.addEventListener(pendingChanged, lookAgain);
    window.addEventListener("storage", lookAgain);
    return () => {
      turn = Number.POSITIVE_INFINITY;
      window.removeEventListener(pendingChanged, lookAgain);
      window.removeEventListener("storage", lookAgain);
    };
  }, [owner]);
  return pending;
}
