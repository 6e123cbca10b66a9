import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Main } from "@/components/layout/main";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireHolder } from "@/lib/auth/viewer";
import { getTranslations } from "@/lib/i18n/server";
import { consentAgain } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personal.closed");
  return { title: t("title") };
}

/** What is left of an account whose person took their consent back: to give it again, take the data, or erase it. */
export default async function ConsentPage() {
  const holder = await requireHolder("/consent");
  if (!holder.withdrawn) redirect("/dashboard");
  const [t, words, security] = await Promise.all([
    getTranslations("personal.closed"),
    getTranslations("account.consent.processing"),
    getTranslations("security"),
  ]);
  return (
    <Main width="prose">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Section id="again" title={t("againTitle")} lead={t("againText")}>
        <ul className="grid gap-2">
          {(["what", "why", "who", "withdraw"] as const).map((point) => (
            <li key={point}>{words(point)}</li>
          ))}
        </ul>
        <form action={consentAgain}>
          <SubmitButton>{t("again")}</SubmitButton>
        </form>
      </Section>
      <Section id="leave" title={t("leaveTitle")} lead={t("leaveText")}>
        <LinkButton variant="secondary" className="w-fit" href="/settings/data">
          {t("leave")}
        </LinkButton>
        <LinkButton variant="quiet" className="w-fit" href="/settings/security">
          {security("link")}
        </LinkButton>
      </Section>
    </Main>
  );
}
