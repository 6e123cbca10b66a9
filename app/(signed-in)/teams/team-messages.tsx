import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Sends the forms about teams and sharing their words and no others. */
export async function TeamMessages({ children }: { children: ReactNode }) {
  const { teams, sharing } = await getMessages();
  return <NextIntlClientProvider messages={{ teams, sharing }}>{children}</NextIntlClientProvider>;
}
