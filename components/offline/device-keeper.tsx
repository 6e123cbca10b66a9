"use client";

import { useEffect } from "react";
import { rememberOwner } from "./device";

/** Where a form can be opened without a connection; it says the person's sex and age. */
const formPath = "/assessments/new";
const shellPath = "/offline";

/** Makes this device ready for when there is no connection. A shared device keeps no page that says anything of a person. */
export function DeviceKeeper({ owner, shared }: { owner: string; shared: boolean }) {
  useEffect(() => {
    const remembered = rememberOwner(owner);
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    const ready = async () => {
      await remembered;
      await navigator.serviceWorker.register("/sw.js");
      const { keepPages } = await import("./keep-pages");
      await keepPages(owner, shared ? [shellPath] : [shellPath, formPath]);
    };
    // Without it everything works but where there is no connection.
    const timer = setTimeout(() => void ready().catch(() => undefined), 2_000);
    return () => clearTimeout(timer);
  }, [owner, shared]);
  return null;
}
