import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { Main } from "@/components/layout/main";
import { StatusForm } from "@/components/operator/status-form";
import { PageHeader } from "@/components/ui/page-header";
import { environment } from "@/lib/env";
import { getMessages, getTranslations } from "@/lib/i18n/server";
import { askStatus } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("operator");
  return { title: t("title"), robots: { index: false } };
}

/** For the operator; not there where no token is set. */
export default async function StatusPage() {
  if (!environment().OPERATOR_TOKEN) notFound();
  const [t, { operator }] = await Promise.all([getTranslations("operator"), getMessages()]);
  return (
    <Main width="prose">
      <PageHeader title={t("title")} lead={t("lead")} />
      <NextIntlClientProvider messages={{ operator }}>
        <StatusForm action={askStatus} />
      </NextIntlClientProvider>
    </Main>
  );
}
