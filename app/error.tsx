"use client";

import Link from "next/link";
import { useSyncExternalStore } from "react";
import { Wordmark } from "@/components/brand/wordmark";
import { Main } from "@/components/layout/main";
import { Failure, type FailureProps } from "./failure";

const never = () => () => {};
const pageLocale = () => (document.documentElement.lang === "en" ? "en" : "es");

export default function ErrorPage(failure: FailureProps) {
  const locale = useSyncExternalStore(never, pageLocale, () => "es" as const);
  return (
    <Main width="prose" className="py-16">
      <Link href="/" className="-ms-1 flex min-h-11 w-fit items-center rounded-md px-1">
        <Wordmark />
      </Link>
      <Failure {...failure} locale={locale} />
    </Main>
  );
}
