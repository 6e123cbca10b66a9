import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Sends the forms of an import their words and no others. */
export async function ImportMessages({ children }: { children: ReactNode }) {
  const { import: words } = await getMessages();
  return <NextIntlClientProvider messages={{ import: words }}>{children}</NextIntlClientProvider>;
}
