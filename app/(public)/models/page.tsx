import type { Metadata } from "next";
import { Main } from "@/components/layout/main";
import { ModelSummary } from "@/components/models/model-summary";
import { Alert } from "@/components/ui/alert";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { localeSchema } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/server";
import { type Card, registry } from "@/lib/inference";
import { inputNames, sureness } from "./describe";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("models.meta");
  return { title: t("title"), description: t("description") };
}

const questions = ["age", "injury"] as const;

export default async function ModelsPage() {
  const [t, { models, refused }] = await Promise.all([getTranslations("models"), registry()]);
  const cards = models.map(({ card }) => card).sort((one, other) => one.uncertainty - other.uncertainty);
  return (
    <Main>
      <PageHeader title={t("title")} lead={t("lead")} />
      {cards.length === 0 && <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>}
      {questions.map((question) => {
        const answering = cards.filter((card) => card.question === question);
        return (
          answering.length > 0 && (
            <Section key={question} id={question} title={t(`question.${question}`)}>
              <div className="grid grid-cols-1 gap-4 desk:grid-cols-2">
                {answering.map((card) => (
                  <Summary key={card.name} card={card} />
                ))}
              </div>
            </Section>
          )
        );
      })}
      {refused.length > 0 && (
        <Alert tone="caution" title={t("refused.title")}>
          <p>{t("refused.text")}</p>
          <ul>
            {refused.map(({ name }) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </Main>
  );
}

async function Summary({ card }: { card: Card }) {
  const [t, sure, common] = await Promise.all([getTranslations("models.list"), getTranslations("models.sure"), getTranslations("common")]);
  const locale = localeSchema.parse(await getLocale());
  const { needed, optional } = inputNames(card, locale);
  const title = card.title[locale];
  return (
    <ModelSummary
      href={`/models/${card.name}`}
      title={title}
      summary={card.summary[locale]}
      protocol={common(`protocol.${card.protocol}`)}
      from={{ label: t("from"), text: t(optional === null ? "needed" : "neededAndOptional", { needed, optional: optional ?? "" }) }}
      sure={{ label: t("sure"), sentences: sureness(card, sure, locale) }}
      open={{ text: t("open"), name: t("openNamed", { title }) }}
    />
  );
}
