import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { EraseForm } from "@/components/data/erase-form";
import { Main } from "@/components/layout/main";
import { Alert } from "@/components/ui/alert";
import { BackLink } from "@/components/ui/back-link";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { hasPassword } from "@/lib/auth/confirm";
import { requireHolder } from "@/lib/auth/viewer";
import { teamsToHandOver } from "@/lib/data/erasure";
import { getMessages, getTranslations } from "@/lib/i18n/server";
import { erase } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personal.erase");
  return { title: t("title") };
}

/** Says exactly what goes and what stays before anything does. */
export default async function ErasePage() {
  const holder = await requireHolder("/settings/data/erase");
  const [t, { personal }, teams, password] = [
    await getTranslations("personal.erase"),
    await getMessages(),
    await teamsToHandOver(holder),
    await hasPassword(holder),
  ];
  return (
    <Main width="prose">
      <PageHeader title={t("title")} lead={t("lead")} back={<BackLink href="/settings/data" label={t("back")} />} />
      <Section id="goes" title={t("goesTitle")}>
        <ul className="grid list-disc gap-1 ps-5">
          {(["account", "assessments", "sharing", "merged", "files"] as const).map((item) => (
            <li key={item}>{t(`goes.${item}`)}</li>
          ))}
        </ul>
      </Section>
      <Section id="stays" title={t("staysTitle")}>
        <ul className="grid list-disc gap-1 ps-5">
          {(["trace", "recorded", "copies"] as const).map((item) => (
            <li key={item}>{t(`stays.${item}`)}</li>
          ))}
        </ul>
      </Section>
      {teams.length > 0 ? (
        <Alert tone="caution" title={t("teams.title")}>
          <p>{t("teams.text")}</p>
          <ul className="flex flex-wrap gap-x-6">
            {teams.map(({ id, name }) => (
              <li key={id}>
                <Link className="prose-link flex min-h-11 items-center" href={`/teams/${id}`}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Alert>
      ) : (
        <NextIntlClientProvider messages={{ personal }}>
          <EraseForm action={erase} password={password} />
        </NextIntlClientProvider>
      )}
    </Main>
  );
}
