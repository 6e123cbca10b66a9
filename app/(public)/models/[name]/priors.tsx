import { DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import type { Locale } from "@/lib/i18n/locales";
import { getTranslations } from "@/lib/i18n/server";
import type { Card } from "@/lib/inference";
import { classLabel, hundred } from "../describe";

/** The shares an injury model learned at and those its answer is moved to, each with its source. Nothing for an age model. */
export async function Priors({ card, locale }: { card: Card; locale: Locale }) {
  const [t, common] = await Promise.all([getTranslations("models.card.priors"), getTranslations("common")]);
  if (card.output.kind !== "classification") return null;
  const { classes, baseRates, priors, noise } = card.output;
  const cell = (share: number | undefined) => (share === undefined ? t("none") : hundred(share));
  return (
    <Section id="base-rates" title={t("title")} lead={t("lead")}>
      <div className="grid max-w-prose gap-4">
        <DataTable
          caption={t("caption")}
          dense
          columns={[
            { key: "group", label: t("group") },
            { key: "training", label: t("training"), align: "end" },
            { key: "complaint", label: t("complaint"), align: "end" },
            { key: "checkup", label: t("checkup"), align: "end" },
            { key: "noise", label: t("noise"), align: "end" },
          ]}
          rows={classes.map((name) => ({
            id: name,
            cells: {
              group: classLabel(name, common),
              training: cell(baseRates[name]),
              complaint: cell(priors.complaint.shares[name]),
              checkup: cell(priors.checkup.shares[name]),
              noise: cell(noise[name]),
            },
          }))}
        />
        <p className="text-muted text-sm">{t("noiseNote")}</p>
        <dl className="grid gap-3">
          {(["complaint", "checkup"] as const).map((reason) => (
            <div key={reason}>
              <dt className="text-muted">{t(`${reason}Source`)}</dt>
              <dd>{priors[reason].source[locale]}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Section>
  );
}
