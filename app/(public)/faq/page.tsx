import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Question } from "@/components/landing/question";
import { Main } from "@/components/layout/main";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { getTranslations } from "@/lib/i18n/server";
import { linkTo, prose } from "../rich";
import { ModelInputs, ModelSureness } from "./models";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("faq.meta");
  return { title: t("title"), description: t("description") };
}

/** `anchor` is linked to from elsewhere: it stays when the wording changes. */
type Topic = { key: string; anchor: string; after?: ReactNode };

const groups: readonly { id: string; topics: readonly Topic[] }[] = [
  {
    id: "results",
    topics: [
      { key: "gaitAge", anchor: "gait-age" },
      { key: "injuryFigures", anchor: "injury-figures" },
      { key: "interpretation", anchor: "interpretation", after: <ModelSureness /> },
      { key: "pastResults", anchor: "past-results" },
    ],
  },
  {
    id: "making",
    topics: [
      { key: "howItWorks", anchor: "how-it-works" },
      { key: "inputs", anchor: "measurements", after: <ModelInputs /> },
      { key: "model", anchor: "model" },
      { key: "training", anchor: "training" },
    ],
  },
  {
    id: "use",
    topics: [
      { key: "dataSafety", anchor: "data" },
      { key: "nonClinicians", anchor: "without-a-clinician" },
      { key: "addingRecords", anchor: "adding" },
    ],
  },
];

export default async function FaqPage() {
  const t = await getTranslations("faq");
  const tags = { ...prose, models: linkTo("/models"), privacy: linkTo("/privacy"), account: linkTo("/sign-up") };
  return (
    <Main width="prose">
      <PageHeader title={t("title")} lead={t.rich("lead", tags)} />
      {groups.map(({ id, topics }) => (
        <Section key={id} id={id} title={t(`groups.${id}`)} close>
          <div className="border-t">
            {topics.map(({ key, anchor, after }) => (
              <Question key={key} anchor={anchor} question={t(`${key}.question`)}>
                {t.rich(`${key}.answer`, tags)}
                {after}
              </Question>
            ))}
          </div>
        </Section>
      ))}
    </Main>
  );
}
