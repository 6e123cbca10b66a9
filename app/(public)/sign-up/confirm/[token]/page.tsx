import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { safeCallbackUrl } from "@/app/(public)/sign-in/callback-url";
import { ConfirmSignUpForm } from "@/components/account/confirm-sign-up-form";
import { Main } from "@/components/layout/main";
import { AnchorButton } from "@/components/ui/anchor-button";
import { PageHeader } from "@/components/ui/page-header";
import { findSignUp } from "@/lib/data/pending-sign-ups";
import { getMessages, getTranslations } from "@/lib/i18n/server";
import { confirmSignUp } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.signUp");
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function ConfirmSignUpPage({ params, searchParams }: PageProps<"/sign-up/confirm/[token]">) {
  const [{ token }, { callbackUrl }] = await Promise.all([params, searchParams]);
  const [t, { account, security }, begun] = await Promise.all([getTranslations("security.signUp"), getMessages(), findSignUp(token)]);
  if (!begun)
    return (
      <Main width="form">
        <PageHeader title={t("gone")} lead={t("goneText")} />
        <div className="flex flex-wrap gap-2">
          <AnchorButton href="/sign-in">{t("signIn")}</AnchorButton>
          <AnchorButton variant="secondary" href="/sign-up">
            {t("again")}
          </AnchorButton>
        </div>
      </Main>
    );
  return (
    <Main width="form">
      <PageHeader title={t("title", { name: begun.name })} lead={t("lead", { email: begun.email })} />
      <NextIntlClientProvider
        messages={{ account: { password: account.password }, security: { signUp: security.signUp, failed: security.failed } }}
      >
        <ConfirmSignUpForm action={confirmSignUp.bind(null, token)} email={begun.email} returnTo={safeCallbackUrl(callbackUrl)} />
      </NextIntlClientProvider>
    </Main>
  );
}
