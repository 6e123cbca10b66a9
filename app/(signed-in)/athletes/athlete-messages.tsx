import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Sends the forms about an athlete their words and no others. */
export async function AthleteMessages({ children }: { children: ReactNode }) {
  const { athletes, account, common } = await getMessages();
  return <NextIntlClientProvider messages={{ athletes, account, common }}>{children}</NextIntlClientProvider>;
}
