import { Download } from "lucide";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Main } from "@/components/layout/main";
import { BackAnchor } from "@/components/ui/back-anchor";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { localeSchema } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/server";
import { type Card, registry } from "@/lib/inference";
import { sureness } from "../describe";
import { Fit } from "./fit";
import { Inputs } from "./inputs";
import { Metrics } from "./metrics";
import { Priors } from "./priors";
import { Training } from "./training";

type Props = { params: Promise<{ name: string }> };

async function cardOf({ params }: Props): Promise<Card> {
  const { name } = await params;
  const { models } = await registry();
  return models.find(({ card }) => card.name === name)?.card ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [card, locale] = await Promise.all([cardOf(props), getLocale()]);
  const language = localeSchema.parse(locale);
  return { title: card.title[language], description: card.summary[language] };
}

export default async function ModelPage(props: Props) {
  const card = await cardOf(props);
  const [t, sure, question, common] = await Promise.all([
    getTranslations("models.card"),
    getTranslations("models.sure"),
    getTranslations("models.question"),
    getTranslations("common"),
  ]);
  const locale = localeSchema.parse(await getLocale());
  return (
    <Main>
      <PageHeader
        back={<BackAnchor href="/models" label={t("back")} />}
        kicker={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {question(card.question)}
            <Badge>{common(`protocol.${card.protocol}`)}</Badge>
            {t("version", { version: card.version })}
          </span>
        }
        title={card.title[locale]}
        lead={card.summary[locale]}
      />
      <div className="grid grid-cols-1 gap-8 desk:grid-cols-2 desk:gap-16">
        <Section id="sure" title={t("sure.title")} className="content-start">
          <p className="max-w-prose">{sureness(card, sure, locale).join(" ")}</p>
          <Metrics card={card} locale={locale} />
        </Section>
        <Section id="limits" title={t("limits.title")} className="content-start">
          <ul className="grid max-w-prose list-disc gap-2 ps-5">
            {card.limits[locale].map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </Section>
      </div>
      <Fit card={card} />
      <Inputs card={card} locale={locale} />
      <Priors card={card} locale={locale} />
      <Training card={card} locale={locale} />
      <Section id="file" title={t("file.title")}>
        <dl className="grid grid-cols-1 gap-3 sm:grid-cols-[max-content_minmax(0,1fr)] sm:gap-x-8">
          <dt className="text-muted">{t("file.name")}</dt>
          <dd>{card.name}</dd>
          <dt className="text-muted">{t("file.version")}</dt>
          <dd>{card.version}</dd>
          <dt className="text-muted">{t("file.sha")}</dt>
          <dd className="break-all text-sm sm:text-base">{card.sha256}</dd>
        </dl>
        <a href={`/models/${card.name}/card.json`} download className="prose-link flex min-h-11 w-fit items-center gap-2">
          <Icon of={Download} className="size-4" />
          {t("file.download")}
        </a>
      </Section>
    </Main>
  );
}
