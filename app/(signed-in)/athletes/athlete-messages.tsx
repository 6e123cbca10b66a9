import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { getMessages } from "@/lib/i18n/server";

/** Sends the forms about an athlete their words and no others. */
export async function AthleteMessages({ children }: { children: ReactNode }) {
  const { athletes, account, common } = await getMessages();
  return <NextIntlClientProvider messages={{ athletes, account, common }}>{children}</NextIntlClientProvider>;
}
