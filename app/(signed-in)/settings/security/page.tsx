import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { Main } from "@/components/layout/main";
import { SecondFactors } from "@/components/security/second-factors";
import { Alert } from "@/components/ui/alert";
import { BackLink } from "@/components/ui/back-link";
import { PageHeader } from "@/components/ui/page-header";
import { hasPassword } from "@/lib/auth/confirm";
import { requireHolder } from "@/lib/auth/viewer";
import { type PasskeyEntry, readSecondFactors } from "@/lib/data/second-factors";
import { getMessages, getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import * as actions from "./actions";
import { Sessions } from "./sessions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("security");
  return { title: t("title") };
}

export default async function SecurityPage() {
  const viewer = await requireHolder("/settings/security");
  const [t, { security, common }, format, factors, password] = await Promise.all([
    getTranslations("security"),
    getMessages(),
    getRegionalFormatter(),
    readSecondFactors(viewer),
    hasPassword(viewer),
  ]);
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium", timeZone: "UTC" });
  const textOf = ({ createdAt, lastUsedAt }: PasskeyEntry) =>
    [t("passkeys.since", { date: day(createdAt) }), lastUsedAt ? t("passkeys.used", { date: day(lastUsedAt) }) : t("passkeys.unused")].join(
      ", ",
    );
  return (
    <Main width="prose">
      <PageHeader title={t("title")} lead={t("lead")} back={<BackLink href="/settings" label={t("back")} />} />
      {viewer.unprotected && (
        <Alert tone="caution">
          <p>{t("needed")}</p>
        </Alert>
      )}
      <NextIntlClientProvider messages={{ security, common }}>
        <SecondFactors
          authenticator={factors.authenticator}
          passkeys={factors.passkeys.map((passkey) => ({ id: passkey.id, name: passkey.name, text: textOf(passkey) }))}
          recoveryCodesLeft={factors.recoveryCodesLeft}
          password={password}
          actions={actions}
        />
        <Sessions viewer={viewer} password={password} />
      </NextIntlClientProvider>
    </Main>
  );
}
