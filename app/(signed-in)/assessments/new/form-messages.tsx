import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Sends the assessment form its words and no others. */
export async function FormMessages({ children }: { children: ReactNode }) {
  const { assessment } = await getMessages();
  return <NextIntlClientProvider messages={{ assessment }}>{children}</NextIntlClientProvider>;
}
