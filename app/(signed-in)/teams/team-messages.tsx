import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { getMessages } from "@/lib/i18n/server";

/** Sends the forms about teams and sharing their words and no others. */
export async function TeamMessages({ children }: { children: ReactNode }) {
  const { teams, sharing } = await getMessages();
  return <NextIntlClientProvider messages={{ teams, sharing }}>{children}</NextIntlClientProvider>;
}
