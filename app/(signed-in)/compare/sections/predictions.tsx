import { PeopleDots, type PersonDot } from "@/components/charts/people-dots";
import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/section";
import type { Comparison } from "@/lib/data/compare";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { type ModelPrediction, registry } from "@/lib/inference";
import type { Reader } from "@/lib/measurements/text";
import { chartText } from "../../../chart-words";
import { ofHundred, zoneWords } from "../../assessments/injury-words";
import { wholeYears } from "../../assessments/sentence";
import { type ComparedAnswers, comparedAnswers, injuredShare } from "../answers";
import { columnNames } from "../names";

type Props = { comparison: Comparison; reader: Reader };

export async function PredictionSection({ comparison, reader }: Props) {
  const t = await getTranslations("compare.predictions");
  return (
    <Section id="predictions" title={t("title")} lead={t("lead")}>
      <div className="grid gap-8 desk:grid-cols-2">
        <AgeDots comparison={comparison} reader={reader} />
        <InjuryDots comparison={comparison} reader={reader} />
      </div>
    </Section>
  );
}

const answersOf = ({ columns }: Comparison, question: ModelPrediction["question"]): ComparedAnswers =>
  comparedAnswers(
    columns.map(({ assessment }) => assessment?.predictions ?? []),
    question,
  );

/** A model's title as its card has it; its own name where it is not loaded any more. */
async function modelTitles(): Promise<(model: string, reader: Reader) => string> {
  const { models } = await registry();
  return (model, { locale }) => models.find(({ card }) => card.name === model)?.card.title[locale] ?? model;
}

async function AgeDots({ comparison, reader }: Props) {
  const [t, titleOf, names] = await Promise.all([getTranslations("compare.predictions"), modelTitles(), namesOf(comparison)]);
  const compared = answersOf(comparison, "age");
  const rows = comparison.columns.map(({ id, assessment }, index): PersonDot => {
    const answer = compared.answers[index];
    const row = { id, label: names[index] ?? "" };
    if (answer?.outcome.kind !== "regression") return { ...row, value: null, low: null, high: null, valueText: t("none") };
    const { lower, upper, estimate } = wholeYears(answer.outcome);
    const age = assessment?.ageAtAssessment ?? null;
    return {
      ...row,
      value: estimate,
      low: lower,
      high: upper,
      tick: age,
      valueText: t("age.value", { lower, upper }),
      note: noteOf([age === null ? null : t("age.own", { age }), compared.mixed ? titleOf(answer.model, reader) : null]),
    };
  });
  return (
    <div className="grid content-start gap-3">
      <PeopleDots
        rows={rows}
        tickLabel={t("age.tick")}
        unit={t("age.unit")}
        locale={reader.locale}
        columns={[t("columns.who"), t("age.estimate"), t("columns.low"), t("columns.high"), t("age.tick")]}
        empty={t("age.empty")}
        text={await chartText({ title: t("age.title"), description: t("age.description"), fileName: "compare-gait-age" })}
      />
      <ModelNote compared={compared} title={compared.model && titleOf(compared.model, reader)} />
    </div>
  );
}

async function InjuryDots({ comparison, reader }: Props) {
  const [t, result, titleOf, names] = await Promise.all([
    getTranslations("compare.predictions"),
    getTranslations("result"),
    modelTitles(),
    namesOf(comparison),
  ]);
  const compared = answersOf(comparison, "injury");
  const priors = new Set(compared.answers.flatMap((answer) => (answer?.outcome.kind === "classification" ? [answer.outcome.reason] : [])));
  const rows = comparison.columns.map(({ id }, index): PersonDot => {
    const answer = compared.answers[index];
    const row = { id, label: names[index] ?? "" };
    const outcome = answer?.outcome;
    const found = outcome?.kind === "classification" ? injuredShare(outcome) : null;
    if (!answer || outcome?.kind !== "classification" || !found)
      return { ...row, value: null, low: null, high: null, valueText: t("none") };
    const counts = { share: ofHundred(found.share), base: ofHundred(found.base) };
    const crowned = outcome.classes.find(({ name }) => name === outcome.crowned);
    const zones = outcome.classes.some(({ zone }) => zone);
    const zone = crowned
      ? t("injury.zone", { zone: zoneWords(result, crowned.name), share: ofHundred(crowned.share), base: ofHundred(crowned.base) })
      : t("injury.noZone");
    return {
      ...row,
      value: counts.share,
      low: null,
      high: null,
      tick: counts.base,
      valueText: t("injury.value", counts),
      note: noteOf([t(`injury.reason.${outcome.reason}`), zones ? zone : null, compared.mixed ? titleOf(answer.model, reader) : null]),
    };
  });
  return (
    <div className="grid content-start gap-3">
      <PeopleDots
        rows={rows}
        tickLabel={t("injury.tick")}
        unit={t("injury.unit")}
        locale={reader.locale}
        domain={[0, 100]}
        columns={[t("columns.who"), t("injury.share"), t("columns.low"), t("columns.high"), t("injury.tick")]}
        empty={t("injury.empty")}
        text={await chartText({ title: t("injury.title"), description: t("injury.description"), fileName: "compare-injury" })}
      />
      {priors.size > 1 && <p className="max-w-prose text-muted text-sm">{t("injury.priors")}</p>}
      <ModelNote compared={compared} title={compared.model && titleOf(compared.model, reader)} />
      <p className="max-w-prose text-muted text-sm">{t("injury.notFuture")}</p>
    </div>
  );
}

async function ModelNote({ compared, title }: { compared: ComparedAnswers; title: string | null }) {
  const t = await getTranslations("compare.predictions");
  if (compared.mixed) return <Alert tone="caution">{t("mixed")}</Alert>;
  return title === null ? null : <p className="max-w-prose text-muted text-sm">{t("model", { title })}</p>;
}

async function namesOf(comparison: Comparison): Promise<string[]> {
  const [t, format] = await Promise.all([getTranslations("compare"), getRegionalFormatter()]);
  return columnNames(t, format, comparison);
}

function noteOf(parts: readonly (string | null)[]): string | undefined {
  return parts.filter((part) => part !== null).join(" · ") || undefined;
}
