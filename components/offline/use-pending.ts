"use client";

import { useEffect, useState } from "react";
import { listPending, type Pending, pendingChanged } from "./pending";

/** What waits of a person on this device, as it changes here and in other tabs; nothing on the server. */
export function usePending(owner: string | null): readonly Pending[] {
  const [pending, setPending] = useState<readonly Pending[]>([]);
  useEffect(() => {
    const look = () => setPending(owner === null ? [] : listPending(owner));
    look();
    window.addEventListener(pendingChanged, look);
    window.addEventListener("storage", look);
    return () => {
      window.removeEventListener(pendingChanged, look);
      window.removeEventListener("storage", look);
    };
  }, [owner]);
  return pending;
}
