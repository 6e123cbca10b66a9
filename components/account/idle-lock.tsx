"use client";

import { useEffect } from "react";
import { forgetDevice } from "../offline/device";

type Props = { minutes: number; lock: () => Promise<void> };

const signs = ["pointerdown", "keydown", "scroll", "touchstart"] as const;
const checkEvery = 15_000;
const renewEvery = 4 * 60_000;

/** On a shared device: closes what is shown when nobody did anything for a while, and keeps the session while somebody does. */
export function IdleLock({ minutes, lock }: Props) {
  useEffect(() => {
    let actedAt = Date.now();
    let renewedAt = actedAt;
    let closing = false;
    const close = async () => {
      if (closing) return;
      closing = true;
      const back = encodeURIComponent(window.location.pathname + window.location.search);
      document.body.hidden = true;
      await lock().catch(() => undefined);
      await forgetDevice({ keepsWaiting: true });
      window.location.replace(`/sign-in?locked=1&callbackUrl=${back}`);
    };
    const look = () => {
      const now = Date.now();
      if (now - actedAt >= minutes * 60_000) void close();
    };
    const act = () => {
      look();
      actedAt = Date.now();
      if (actedAt - renewedAt < renewEvery) return;
      renewedAt = actedAt;
      // Asking for the session renews it. Where that fails it ends by itself.
      void fetch("/api/auth/session", { cache: "no-store" }).catch(() => undefined);
    };
    // A page that the browser kept is not to come back by the Back button.
    const restored = (event: PageTransitionEvent) => event.persisted && window.location.reload();
    const timer = setInterval(look, checkEvery);
    for (const sign of signs) window.addEventListener(sign, act, { passive: true });
    document.addEventListener("visibilitychange", look);
    window.addEventListener("pageshow", restored);
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, act);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("pageshow", restored);
    };
  }, [minutes, lock]);
  return null;
}
