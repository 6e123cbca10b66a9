import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountMessages } from "@/app/(public)/sign-up/account-messages";
import { SignInForm } from "@/components/account/sign-in-form";
import { Main } from "@/components/layout/main";
import { PageHeader } from "@/components/ui/page-header";
import { viewer } from "@/lib/auth/viewer";
import { environment } from "@/lib/env";
import { safeCallbackUrl } from "./callback-url";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.signIn");
  return { title: t("title"), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { callbackUrl, error } = await searchParams;
  const returnTo = safeCallbackUrl(callbackUrl);
  if (await viewer()) redirect(returnTo);
  const t = await getTranslations("account.signIn");
  return (
    <Main width="prose" className="max-w-md">
      <PageHeader title={t("title")} lead={t("lead")} />
      <AccountMessages>
        <SignInForm returnTo={returnTo} google={Boolean(environment().GOOGLE_CLIENT_ID)} googleFailed={error !== undefined} />
      </AccountMessages>
    </Main>
  );
}
