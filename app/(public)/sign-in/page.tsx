import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm, type SignInWords } from "@/components/account/sign-in-form";
import { Main } from "@/components/layout/main";
import { Alert } from "@/components/ui/alert";
import { PageHeader } from "@/components/ui/page-header";
import { idleMinutes } from "@/lib/auth/claims";
import { viewer } from "@/lib/auth/viewer";
import { environment } from "@/lib/env";
import { getMessages, getTranslations } from "@/lib/i18n/server";
import { foundBare, safeCallbackUrl } from "./callback-url";
import { askForPasskey, signInWithPasskey } from "./passkey-actions";

export async function generateMetadata({ searchParams }: PageProps<"/sign-in">): Promise<Metadata> {
  const t = await getTranslations("account.signIn");
  return { title: t("title"), description: t("description"), robots: await foundBare(searchParams) };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { callbackUrl, error, locked } = await searchParams;
  const returnTo = safeCallbackUrl(callbackUrl);
  if (await viewer()) redirect(returnTo);
  const [t, idle, { account, security }] = await Promise.all([
    getTranslations("account.signIn"),
    getTranslations("security.idle"),
    getMessages(),
  ]);
  const words: SignInWords = {
    ...account.signIn,
    sharedHint: t("sharedHint", { minutes: idleMinutes }),
    forgot: account.forgot.link,
    passwordField: account.password,
    passkey: security.passkey,
  };
  return (
    <Main width="form">
      <PageHeader title={t("title")} lead={t("lead")} />
      {locked !== undefined && (
        <Alert tone="info">
          <p>{idle("locked")}</p>
        </Alert>
      )}
      <SignInForm
        words={words}
        returnTo={returnTo}
        google={Boolean(environment().GOOGLE_CLIENT_ID)}
        googleFailed={error !== undefined}
        passkey={{ ask: askForPasskey, finish: signInWithPasskey }}
      />
    </Main>
  );
}
