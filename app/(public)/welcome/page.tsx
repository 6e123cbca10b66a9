import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { safeCallbackUrl } from "@/app/(public)/sign-in/callback-url";
import { personWords } from "@/app/(public)/sign-up/person-words";
import { WelcomeForm } from "@/components/account/welcome-form";
import { Main } from "@/components/layout/main";
import { PageHeader } from "@/components/ui/page-header";
import { viewer } from "@/lib/auth/viewer";
import { getMessages, getTranslations } from "@/lib/i18n/server";
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
  const [t, { account }, person] = await Promise.all([getTranslations("account.welcome"), getMessages(), personWords()]);
  const { name, nameHint, failed } = account.signUp;
  const { refused, action } = account.welcome;
  return (
    <Main width="long form">
      <PageHeader title={t("title", { name: who.name })} lead={t("lead")} />
      <WelcomeForm words={{ name, nameHint, failed, refused, action, person }} action={welcome.bind(null, returnTo)} name={who.name} />
    </Main>
  );
}
