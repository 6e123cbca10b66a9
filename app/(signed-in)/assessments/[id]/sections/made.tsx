import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { AssessmentDetail } from "@/lib/data/assessments";
import { getTranslations } from "@/lib/i18n/server";
import { type Card, chosen, type Missing, standing } from "@/lib/inference";
import { readColumn } from "@/lib/measurements/columns";
import { labelOf, type Reader } from "@/lib/measurements/text";

type Props = { detail: AssessmentDetail; reader: Reader };

export async function MadeSection({ detail, reader }: Props) {
  const t = await getTranslations("result.made");
  const { cards, lacking } = await standing(detail.protocol, detail.modelColumns);
  const answers = detail.predictions.map((prediction) => ({
    prediction,
    card: cards.find((card) => card.name === prediction.model),
    shown: chosen(detail.predictions, prediction.question) === prediction,
  }));
  return (
    <Section id="made" title={t("title")}>
      <ul className="grid max-w-prose gap-3">
        {answers.map(({ prediction, card, shown }) => (
          <li key={prediction.model} className="grid gap-1">
            <p>
              {t(shown ? "answered" : "other", { title: card?.title[reader.locale] ?? prediction.model, version: prediction.version })}{" "}
              {card && (
                <Link className="prose-link" href={`/models/${card.name}`}>
                  {t("card")}
                </Link>
              )}
            </p>
            {shown && card && <Assumption card={card} detail={detail} reader={reader} />}
          </li>
        ))}
      </ul>
      {lacking.length > 0 && (
        <div className="grid max-w-prose gap-2">
          <h3 className="font-medium">{t("lackingTitle")}</h3>
          <ul className="grid gap-2 text-muted">
            {lacking.map(({ card, missing }) => (
              <li key={card.name}>{t("lacking", { title: card.title[reader.locale], columns: missingText(missing, reader) })}</li>
            ))}
          </ul>
          {detail.mayWrite && (
            <LinkButton variant="secondary" className="no-print w-fit" href={`/assessments/${detail.id}/edit`}>
              {t("add")}
            </LinkButton>
          )}
        </div>
      )}
    </Section>
  );
}

async function Assumption({ card, detail, reader }: Props & { card: Card }) {
  const t = await getTranslations("result.made");
  const text =
    card.output.kind === "regression" ? t("interval") : t("prior", { source: card.output.priors[detail.reason].source[reader.locale] });
  return <p className="text-muted text-sm">{text}</p>;
}

function missingText(missing: readonly Missing[], { locale }: Reader): string {
  const names = missing.map(({ code, columns }) => {
    const label = labelOf(readColumn(columns[0] ?? code)?.code ?? code, locale);
    return label.charAt(0).toLocaleLowerCase(locale) + label.slice(1);
  });
  return new Intl.ListFormat(locale, { type: "conjunction" }).format([...new Set(names)]);
}
