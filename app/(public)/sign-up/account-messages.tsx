import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { getMessages } from "@/lib/i18n/server";

/** Sends a form's components the words of accounts and no others. */
export async function AccountMessages({ children }: { children: ReactNode }) {
  const { account, common } = await getMessages();
  return <NextIntlClientProvider messages={{ account, common }}>{children}</NextIntlClientProvider>;
}
