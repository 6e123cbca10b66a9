"use client";

import { useId, useRef, useState } from "react";
import { forgetDevice, holdsUnsent } from "../offline/device";
import { Button } from "../ui/button";
import { nextAuth } from "./next-auth";

export type SignOutWords = { action: string; title: string; text: string; stay: string; leave: string };

const look = { here: { variant: "quiet", size: "small" }, everywhere: { variant: "secondary", className: "w-fit" } } as const;

type Props = {
  words: SignOutWords;
  /** Ends more than the session of this browser, and leads to `leads`. */
  everywhere?: { end: () => Promise<void>; leads: string };
};

/** Ends the session and takes from this device what the person typed and did not send; asks first where there is such a thing. */
export function SignOut({ words, everywhere }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [pending, setPending] = useState(false);
  const leave = async () => {
    dialog.current?.close();
    setPending(true);
    try {
      if (everywhere) await everywhere.end();
      else await (await nextAuth()).signOut({ redirect: false });
    } finally {
      // Only now: other tabs leave when they hear of it, and must not find the session still there.
      await forgetDevice();
      window.location.assign(everywhere?.leads ?? "/");
    }
  };
  return (
    <>
      <Button
        {...(everywhere ? look.everywhere : look.here)}
        pending={pending}
        onClick={() => (holdsUnsent() ? dialog.current?.showModal() : leave())}
      >
        {words.action}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded-lg border bg-surface p-4 text-ink shadow-lg sm:p-6"
      >
        <div className="grid gap-4">
          <h2 id={`${id}-title`} className="font-semibold text-base">
            {words.title}
          </h2>
          <p id={`${id}-text`} className="text-muted">
            {words.text}
          </p>
          <div className="flex flex-wrap justify-end gap-2">
            <Button variant="secondary" onClick={() => dialog.current?.close()}>
              {words.stay}
            </Button>
            <Button onClick={leave}>{words.leave}</Button>
          </div>
        </div>
      </dialog>
    </>
  );
}
