import type { BodyZone, BodyZones } from "@/components/charts/body/types";
import { BodyFigure } from "@/components/charts/body-figure";
import { DotsOfHundred } from "@/components/charts/dots-of-hundred";
import { ShareBars } from "@/components/charts/share-bars";
import { Section } from "@/components/ui/section";
import type { AssessmentDetail } from "@/lib/data/assessments";
import { withGaps } from "@/lib/i18n/gaps";
import { getTranslations } from "@/lib/i18n/server";
import { type ClassificationOutcome, chosen, leadingClass } from "@/lib/inference";
import { zones as bodyZones, type Zone } from "@/lib/measurements/choices";
import { chartText } from "../../../../chart-words";
import { ofHundred, shareSentence, verdictOf, zoneLevel } from "../../injury-words";

type Props = { detail: AssessmentDetail };

export async function InjurySection({ detail }: Props) {
  const outcome = chosen(detail.predictions, "injury")?.outcome;
  if (outcome?.kind !== "classification") return null;
  const t = await getTranslations("result");
  const hasZones = outcome.classes.some((entry) => entry.zone);
  const leading = leadingClass(outcome);
  const verdict = verdictOf(t, outcome);
  return (
    <Section id="injury" title={t("injury.title")} lead={verdict ?? (leading && shareSentence(t, outcome, leading, detail.protocol))}>
      {verdict && leading && <p className="max-w-prose">{shareSentence(t, outcome, leading, detail.protocol)}</p>}
      {hasZones ? <ZonePictures detail={detail} outcome={outcome} /> : <InjuredPicture outcome={outcome} />}
      <p className="max-w-prose text-muted">
        {!hasZones && `${t("injury.noZones")} `}
        {t("injury.notFuture", { own: String(detail.own) })}
      </p>
    </Section>
  );
}

async function ZonePictures({ detail, outcome }: Props & { outcome: ClassificationOutcome }) {
  const [t, common] = await Promise.all([getTranslations("result"), getTranslations("common")]);
  const zoneOf = (zone: Zone): BodyZone => {
    const entry = outcome.classes.find((each) => each.zone && each.name === zone);
    const label = common(`zone.${zone}`);
    if (!entry) return { state: "not_assessed", label, sentence: t("injury.notAssessed") };
    return {
      state: "assessed",
      level: zoneLevel(entry),
      share: ofHundred(entry.share),
      base: ofHundred(entry.base),
      label,
      sentence: shareSentence(t, outcome, entry, detail.protocol),
    };
  };
  const [back, hip, thigh, knee, leg, ankle, foot] = bodyZones;
  const zones: BodyZones = {
    back: zoneOf(back),
    hip: zoneOf(hip),
    thigh: zoneOf(thigh),
    knee: zoneOf(knee),
    leg: zoneOf(leg),
    ankle: zoneOf(ankle),
    foot: zoneOf(foot),
  };
  const leading = leadingClass(outcome);
  const summary = leading ? shareSentence(t, outcome, leading, detail.protocol) : "";
  return (
    <div className="grid gap-8 desk:grid-cols-2">
      <BodyFigure
        zones={zones}
        labels={{
          front: t("injury.labels.front"),
          back: t("injury.labels.back"),
          scaleLow: t("injury.labels.scaleLow"),
          scaleHigh: t("injury.labels.scaleHigh"),
          notAssessed: t("injury.labels.notAssessed"),
          prompt: t("injury.labels.prompt"),
          share: withGaps(t, "injury.labels.share", "share"),
        }}
        columns={[t("injury.columns.zone"), t("injury.columns.share"), t("injury.columns.base"), t("injury.columns.sentence")]}
        text={
          await chartText({
            title: t("injury.title"),
            hideTitle: true,
            description: t("injury.figure", { sentence: summary }),
            fileName: "zones",
          })
        }
      />
      <ShareBars
        rows={outcome.classes.map((entry) => ({
          id: entry.name,
          label: common.has(`zone.${entry.name}`) ? common(`zone.${entry.name}`) : entry.name,
          share: ofHundred(entry.share),
          base: ofHundred(entry.base),
          valueText: t("injury.bars.row", { share: ofHundred(entry.share), base: ofHundred(entry.base) }),
        }))}
        shareLabel={t("injury.bars.shareLabel")}
        baseLabel={t("injury.bars.baseLabel")}
        columns={[t("injury.bars.name"), t("injury.bars.share"), t("injury.bars.base")]}
        text={await chartText({ title: t("injury.bars.title"), description: t("injury.bars.description"), fileName: "classes" })}
      />
    </div>
  );
}

async function InjuredPicture({ outcome }: { outcome: ClassificationOutcome }) {
  const t = await getTranslations("result.injury.dots");
  const entry = outcome.classes[0];
  if (!entry) return null;
  const counts = { share: ofHundred(entry.share), base: ofHundred(entry.base) };
  return (
    <DotsOfHundred
      {...counts}
      shareLabel={t("share", counts)}
      baseLabel={t("base", counts)}
      columns={[t("what"), t("people")]}
      text={await chartText({ title: t("title"), hideTitle: true, description: t("description", counts), fileName: "injury" })}
    />
  );
}
