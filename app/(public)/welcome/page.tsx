import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { safeCallbackUrl } from "@/app/(public)/sign-in/callback-url";
import { AccountMessages } from "@/app/(public)/sign-up/account-messages";
import { WelcomeForm } from "@/components/account/welcome-form";
import { Main } from "@/components/layout/main";
import { PageHeader } from "@/components/ui/page-header";
import { viewer } from "@/lib/auth/viewer";
import { getTranslations } from "@/lib/i18n/server";
import { welcome } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.consent");
  return { title: t("title"), robots: { index: false } };
}

export default async function WelcomePage({ searchParams }: PageProps<"/welcome">) {
  const returnTo = safeCallbackUrl((await searchParams).callbackUrl);
  const who = await viewer();
  if (!who) redirect(`/sign-in?callbackUrl=${encodeURIComponent("/welcome")}`);
  if (who.athleteId) redirect(returnTo);
  const t = await getTranslations("account.welcome");
  return (
    <Main width="long form">
      <PageHeader title={t("title", { name: who.name })} lead={t("lead")} />
      <AccountMessages>
        <WelcomeForm action={welcome.bind(null, returnTo)} name={who.name} />
      </AccountMessages>
    </Main>
  );
}
