import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { getMessages } from "@/lib/i18n/server";

/** Sends the forms of an import their words and no others. */
export async function ImportMessages({ children }: { children: ReactNode }) {
  const { import: words } = await getMessages();
  return <NextIntlClientProvider messages={{ import: words }}>{children}</NextIntlClientProvider>;
}
