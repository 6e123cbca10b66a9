import { Section } from "@/components/ui/section";
import type { Comparison } from "@/lib/data/compare";
import { getTranslations, type Translator } from "@/lib/i18n/server";
import { fewestVisits } from "@/lib/measurements/baseline";
import { dictionary } from "@/lib/measurements/dictionary";
import { fewestPeople, knownNoise } from "@/lib/measurements/judgement";
import { type Reader, valueText } from "@/lib/measurements/text";
import type { ComparedGroup } from "../rows";

type Props = { comparison: Comparison; groups: readonly ComparedGroup[]; reader: Reader };

/** How it was judged, and where each figure of measurement noise comes from. */
export async function MethodSection({ comparison, groups, reader }: Props) {
  const t = await getTranslations("compare.method");
  const { protocol, reference } = comparison;
  const codes = groups.flatMap(({ rows }) => rows.filter(({ difference }) => difference).map(({ row }) => row.field.code));
  return (
    <Section id="method" title={t("title")}>
      <ul className="grid max-w-prose list-disc gap-2 ps-5">
        <li>{t("noise")}</li>
        <li>{t("own", { visits: fewestVisits })}</li>
        <li>{t(`group.${reference.kind}`, { team: reference.team?.name ?? "", people: fewestPeople })}</li>
        <li>{t("chance")}</li>
        <li>{t("sides")}</li>
      </ul>
      <Sources sources={knownNoise(codes, protocol)} reader={reader} />
    </Section>
  );
}

async function Sources({ sources, reader }: { sources: ReturnType<typeof knownNoise>; reader: Reader }) {
  const t = await getTranslations("compare.method");
  if (sources.length === 0) return <p className="max-w-prose text-muted">{t("noSources")}</p>;
  const studies = Map.groupBy(sources, ({ change }) => change.doi + change.of.en);
  return (
    <div className="grid max-w-prose gap-2">
      <h3 className="font-medium">{t("sources")}</h3>
      <ul className="grid gap-4 text-muted text-sm">
        {[...studies].map(([study, figures]) => (
          <li key={study} className="grid gap-1">
            <span>{figures.map((figure) => figureText(figure, t, reader)).join("; ")}.</span>
            <span>{figures[0]?.change.of[reader.locale]}</span>
            <a className="prose-link wrap-anywhere w-fit" href={`https://doi.org/${figures[0]?.change.doi}`} rel="noreferrer">
              {t("doi", { doi: figures[0]?.change.doi ?? "" })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Figure = ReturnType<typeof knownNoise>[number];
type Translate = Translator;

function figureText({ code, change }: Figure, t: Translate, reader: Reader): string {
  const field = dictionary.get(code);
  return t("figure", { label: field?.label[reader.locale] ?? code, value: valueText(field, change.value, reader, true) });
}
