import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { foundBare, safeCallbackUrl } from "@/app/(public)/sign-in/callback-url";
import { SignUpForm, type SignUpWords } from "@/components/account/sign-up-form";
import { Main } from "@/components/layout/main";
import { PageHeader } from "@/components/ui/page-header";
import { shortestPassword } from "@/lib/auth/password";
import { viewer } from "@/lib/auth/viewer";
import { getMessages, getTranslations } from "@/lib/i18n/server";
import { signUp } from "./actions";
import { personWords } from "./person-words";

export async function generateMetadata({ searchParams }: PageProps<"/sign-up">): Promise<Metadata> {
  const t = await getTranslations("account.signUp");
  return { title: t("title"), description: t("description"), robots: await foundBare(searchParams) };
}

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const returnTo = safeCallbackUrl((await searchParams).callbackUrl);
  if (await viewer()) redirect(returnTo);
  const [t, { account, security }, person] = await Promise.all([getTranslations("account.signUp"), getMessages(), personWords()]);
  const words: SignUpWords = {
    ...account.signUp,
    passwordHint: t("passwordHint", { count: shortestPassword }),
    sent: security.signUp.sent,
    sentHint: security.signUp.sentHint,
    passwordField: account.password,
    person,
  };
  return (
    <Main width="long form">
      <PageHeader title={t("title")} lead={t("lead")} />
      <SignUpForm words={words} action={signUp} returnTo={returnTo} />
    </Main>
  );
}
