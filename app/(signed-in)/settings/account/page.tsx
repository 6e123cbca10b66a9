import type { Metadata } from "next";
import { AccountMessages } from "@/app/(public)/sign-up/account-messages";
import { signOutWords } from "@/app/shell";
import { AddressForm, PasswordForm, PersonForm, VerifyAgainForm } from "@/components/account/manage-forms";
import { SignOut } from "@/components/account/sign-out";
import { Main } from "@/components/layout/main";
import { BackLink } from "@/components/ui/back-link";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { lettersArrive } from "@/lib/auth/letters";
import { shortestPassword } from "@/lib/auth/password";
import { requireViewer } from "@/lib/auth/viewer";
import { readAccount } from "@/lib/data/account";
import { readOwnAthlete } from "@/lib/data/athletes";
import { getTranslations } from "@/lib/i18n/server";
import { askForVerification, changeAddress, savePassword, savePerson, signOutEverywhere } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.manage");
  return { title: t("title") };
}

export default async function AccountPage() {
  const viewer = await requireViewer("/settings/account");
  const [t, words, account, athlete, leaving] = await Promise.all([
    getTranslations("account.manage"),
    getTranslations("account.signUp"),
    readAccount(viewer),
    readOwnAthlete(viewer),
    signOutWords(),
  ]);
  const [birthYear = "", birthMonth = "", birthDay = ""] = (athlete?.birthDate ?? "").split("-").map((part) => String(Number(part)));
  const mail = lettersArrive();
  return (
    <Main width="prose">
      <PageHeader title={t("title")} lead={t("lead")} back={<BackLink href="/settings" label={t("back")} />} />
      <AccountMessages>
        <Section id="person" title={t("person.title")} lead={t("person.lead")}>
          <PersonForm action={savePerson} stored={{ name: viewer.name, birthYear, birthMonth, birthDay, sex: athlete?.sex ?? "" }} />
        </Section>
        <Section
          id="address"
          title={t("address.title")}
          lead={t(account.verified ? "address.verified" : mail ? "address.unverified" : "address.plain", { email: account.email })}
        >
          {!mail && <p className="text-muted">{t("address.noMail")}</p>}
          {mail && !account.verified && <VerifyAgainForm action={askForVerification} />}
          {mail && <AddressForm action={changeAddress} />}
        </Section>
        <Section id="password" title={t("password.title")} lead={account.hasPassword ? t("password.lead") : t("password.google")}>
          {account.hasPassword && (
            <PasswordForm action={savePassword} email={account.email} hint={words("passwordHint", { count: shortestPassword })} />
          )}
        </Section>
        <Section id="sessions" title={t("sessions.title")} lead={t("sessions.lead")}>
          <SignOut words={{ ...leaving, action: t("sessions.action") }} everywhere={{ end: signOutEverywhere, leads: "/sign-in" }} />
        </Section>
      </AccountMessages>
    </Main>
  );
}
