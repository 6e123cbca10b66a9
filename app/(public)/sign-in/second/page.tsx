import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { SecondFactorForm } from "@/components/account/second-factor-form";
import { Main } from "@/components/layout/main";
import { PageHeader } from "@/components/ui/page-header";
import { halfSignedIn, holder } from "@/lib/auth/viewer";
import { getMessages, getTranslations } from "@/lib/i18n/server";
import { safeCallbackUrl } from "../callback-url";
import { askForPasskey, signInWithPasskey } from "../passkey-actions";
import { beginAnew, giveCode } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("security.second");
  return { title: t("title"), robots: { index: false } };
}

export default async function SecondFactorPage({ searchParams }: PageProps<"/sign-in/second">) {
  const returnTo = safeCallbackUrl((await searchParams).callbackUrl);
  if (await holder()) redirect(returnTo);
  if (!(await halfSignedIn())) redirect(`/sign-in?callbackUrl=${encodeURIComponent(returnTo)}`);
  const [t, { security }] = await Promise.all([getTranslations("security.second"), getMessages()]);
  return (
    <Main width="form">
      <PageHeader title={t("title")} lead={t("lead")} />
      <NextIntlClientProvider messages={{ security: { second: security.second, passkey: security.passkey } }}>
        <SecondFactorForm
          action={giveCode}
          restart={beginAnew}
          passkey={{ ask: askForPasskey, finish: signInWithPasskey }}
          returnTo={returnTo}
        />
      </NextIntlClientProvider>
    </Main>
  );
}
