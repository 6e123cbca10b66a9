import type { AssessmentDetail } from "@/lib/data/assessments";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { choices } from "@/lib/measurements/choices";
import { injury } from "@/lib/measurements/conditions";
import type { Reader } from "@/lib/measurements/text";

type Props = { detail: AssessmentDetail; reader: Reader };

/** Why, on what and in what the person moved, and what hurt. */
export async function Conditions({ detail, reader }: Props) {
  const [t, format] = await Promise.all([getTranslations("result.measured"), getRegionalFormatter()]);
  const { locale } = reader;
  const complaint = [
    detail.injuryRegion && injury.region.labels[detail.injuryRegion]?.[locale],
    detail.injuryLocation && injury.location.labels[detail.injuryLocation]?.[locale],
    detail.injurySide && injury.side.labels[detail.injurySide]?.[locale],
  ].filter(Boolean);
  const since =
    detail.painSince && t("painSince", { date: format.dateTime(new Date(detail.painSince), { dateStyle: "long", timeZone: "UTC" }) });
  const facts: [string, string | undefined][] = [
    [t("reason"), choices.reason.labels[detail.reason][locale]],
    [t("footwear"), detail.footwear && choices.footwear.labels[detail.footwear][locale]],
    [t("surface"), detail.surface && choices.surface.labels[detail.surface][locale]],
    [t("incline"), detail.inclinePercent === undefined ? undefined : `${format.number(detail.inclinePercent)} %`],
    [t("device"), detail.device && choices.device.labels[detail.device][locale]],
    [t("pain"), detail.pain === undefined ? undefined : [t("painOf", { pain: detail.pain }), since].filter(Boolean).join(", ")],
    [t("injury"), complaint.length > 0 ? complaint.join(", ") : undefined],
    [t("notes"), detail.notes],
  ];
  return (
    <dl aria-label={t("conditions")} className="grid gap-x-8 gap-y-2 sm:grid-cols-2 desk:grid-cols-3">
      {facts
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => (
          <div key={name} className="flex flex-wrap gap-x-2">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 whitespace-pre-line break-words">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
