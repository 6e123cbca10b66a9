import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { getMessages } from "@/lib/i18n/server";

/** Sends the assessment form its words and no others. */
export async function FormMessages({ children }: { children: ReactNode }) {
  const { assessment } = await getMessages();
  return <NextIntlClientProvider messages={{ assessment }}>{children}</NextIntlClientProvider>;
}
