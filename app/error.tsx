"use client";

import { useSyncExternalStore } from "react";
import { Wordmark } from "@/components/brand/wordmark";
import { Main } from "@/components/layout/main";
import { Failure, type FailureProps } from "./failure";

const never = () => () => {};
const pageLocale = () => (document.documentElement.lang === "en" ? "en" : "es");

export default function ErrorPage(failure: FailureProps) {
  const locale = useSyncExternalStore(never, pageLocale, () => "es" as const);
  return (
    <Main width="prose" alone>
      {/* No link of Next's: what failed may be what follows links, and every page would load it for this one. */}
      <a href="/" className="-ms-1 flex min-h-11 w-fit items-center rounded-md px-1">
        <Wordmark />
      </a>
      <Failure {...failure} locale={locale} />
    </Main>
  );
}
