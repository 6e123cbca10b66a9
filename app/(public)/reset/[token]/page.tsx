import type { Metadata } from "next";
import { AccountMessages } from "@/app/(public)/sign-up/account-messages";
import { ResetForm } from "@/components/account/reset-form";
import { Main } from "@/components/layout/main";
import { AnchorButton } from "@/components/ui/anchor-button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { shortestPassword } from "@/lib/auth/password";
import { resetStands } from "@/lib/data/account-links";
import { getTranslations } from "@/lib/i18n/server";
import { Told } from "../../told";
import { setPassword } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.reset");
  // The address is a key: it goes to nobody else.
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

/** Opening the link does not use it up: programs that look at letters open links as well. */
export default async function ResetPage({ params, searchParams }: PageProps<"/reset/[token]">) {
  const [{ token }, { outcome }] = await Promise.all([params, searchParams]);
  const t = await getTranslations("account.reset");
  if (outcome === "done") return <Told title={t("done")} text={t("doneText")} href="/sign-in" label={t("signIn")} />;
  const [words, stands] = [await getTranslations("account.signUp"), await resetStands(token)];
  return (
    <Main width="form">
      <PageHeader title={stands ? t("title") : t("gone")} lead={stands ? t("lead") : undefined} />
      {stands ? (
        <AccountMessages>
          <ResetForm action={setPassword.bind(null, token)} hint={words("passwordHint", { count: shortestPassword })} />
        </AccountMessages>
      ) : (
        <EmptyState title={t("goneText")} action={<AnchorButton href="/forgot">{t("again")}</AnchorButton>} />
      )}
    </Main>
  );
}
