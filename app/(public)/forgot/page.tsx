import type { Metadata } from "next";
import { AccountMessages } from "@/app/(public)/sign-up/account-messages";
import { ForgotForm } from "@/components/account/forgot-form";
import { Main } from "@/components/layout/main";
import { Alert } from "@/components/ui/alert";
import { BackAnchor } from "@/components/ui/back-anchor";
import { PageHeader } from "@/components/ui/page-header";
import { lettersArrive } from "@/lib/auth/letters";
import { environment } from "@/lib/env";
import { getTranslations } from "@/lib/i18n/server";
import { askForReset } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.forgot");
  return { title: t("title"), robots: { index: false } };
}

export default async function ForgotPage() {
  const t = await getTranslations("account.forgot");
  return (
    <Main width="form">
      <PageHeader title={t("title")} lead={t("lead")} back={<BackAnchor href="/sign-in" label={t("back")} />} />
      {lettersArrive() ? (
        <AccountMessages>
          <ForgotForm action={askForReset} />
        </AccountMessages>
      ) : (
        <Alert tone="info">
          <p>{t("noMail", { contact: environment().OPERATOR_CONTACT ?? "none" })}</p>
        </Alert>
      )}
    </Main>
  );
}
