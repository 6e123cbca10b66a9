import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { safeCallbackUrl } from "@/app/(public)/sign-in/callback-url";
import { SignUpForm } from "@/components/account/sign-up-form";
import { Main } from "@/components/layout/main";
import { PageHeader } from "@/components/ui/page-header";
import { shortestPassword } from "@/lib/auth/password";
import { viewer } from "@/lib/auth/viewer";
import { getMessages, getTranslations } from "@/lib/i18n/server";
import { signUp } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.signUp");
  return { title: t("title") };
}

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const returnTo = safeCallbackUrl((await searchParams).callbackUrl);
  if (await viewer()) redirect(returnTo);
  const [t, { account, common, security }] = await Promise.all([getTranslations("account.signUp"), getMessages()]);
  return (
    <Main width="long form">
      <PageHeader title={t("title")} lead={t("lead")} />
      <NextIntlClientProvider messages={{ account, common, security: { signUp: security.signUp } }}>
        <SignUpForm action={signUp} returnTo={returnTo} passwordHint={t("passwordHint", { count: shortestPassword })} />
      </NextIntlClientProvider>
    </Main>
  );
}
