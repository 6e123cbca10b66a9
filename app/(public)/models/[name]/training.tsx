import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import type { Locale } from "@/lib/i18n/locales";
import { getTranslations } from "@/lib/i18n/server";
import type { Card } from "@/lib/inference";

/** Whom the model learned from, how, and what else was tried. */
export async function Training({ card, locale }: { card: Card; locale: Locale }) {
  const t = await getTranslations("models.card");
  const count = new Intl.NumberFormat(locale);
  const { sources, method, tried } = card.training;
  return (
    <>
      <Section id="training" title={t("training.title")}>
        <DataTable
          caption={t("training.caption")}
          hideCaption
          dense
          columns={[
            { key: "source", label: t("training.source") },
            { key: "people", label: t("training.people"), align: "end" },
            { key: "rows", label: t("training.rows"), align: "end" },
            { key: "licence", label: t("training.licence") },
            { key: "doi", label: t("training.doi") },
          ]}
          rows={sources.map(({ title, doi, licence, subjects, rows }) => ({
            id: title,
            cells: {
              source: title,
              people: count.format(subjects),
              rows: count.format(rows),
              licence,
              doi: doi === null ? t("sure.none") : <Doi doi={doi} />,
            },
          }))}
        />
      </Section>
      <Section id="method" title={t("method.title")}>
        <p className="max-w-prose">{method[locale]}</p>
        {tried.length > 0 && (
          <Disclosure summary={t("method.tried")} className="max-w-prose">
            <ul className="grid list-disc gap-2 ps-5">
              {tried.map((attempt) => (
                <li key={attempt.en}>{attempt[locale]}</li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Section>
    </>
  );
}

function Doi({ doi }: { doi: string }) {
  return (
    <a href={`https://doi.org/${doi}`} rel="noreferrer" className="prose-link">
      {doi}
    </a>
  );
}
