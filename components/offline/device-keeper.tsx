"use client";

import { useEffect } from "react";
import { onOwnerGone, rememberOwner, whileKeeping } from "./device";

/** Where a form can be opened without a connection; it says the person's sex and age. */
const formPath = "/assessments/new";
const shellPath = "/offline";

/**
 * Makes this device ready for when there is no connection. A shared device keeps no page that says anything of a person. What is
 * shown is left when the person signs out in another tab.
 */
export function DeviceKeeper({ owner, shared }: { owner: string; shared: boolean }) {
  useEffect(() => onOwnerGone(owner, leave), [owner]);
  useEffect(() => {
    const remembered = rememberOwner(owner);
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    const ready = async () => {
      await remembered;
      await navigator.serviceWorker.register("/sw.js");
      const { keepPages } = await import("./keep-pages");
      await whileKeeping(keepPages(owner, shared ? [shellPath] : [shellPath, formPath]));
    };
    // Without it everything works but where there is no connection.
    const timer = setTimeout(() => void ready().catch(() => undefined), 2_000);
    return () => clearTimeout(timer);
  }, [owner, shared]);
  return null;
}

function leave(): void {
  document.body.hidden = true;
  window.location.replace("/sign-in");
}
