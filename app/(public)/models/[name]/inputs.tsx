import { DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import type { Locale } from "@/lib/i18n/locales";
import { getTranslations } from "@/lib/i18n/server";
import type { Card } from "@/lib/inference";
import { inputRows } from "../describe";

export async function Inputs({ card, locale }: { card: Card; locale: Locale }) {
  const [t, words] = await Promise.all([getTranslations("models.card.inputs"), getTranslations("models.card")]);
  return (
    <Section id="inputs" title={t("title")} lead={t("lead")}>
      <DataTable
        caption={t("caption")}
        hideCaption
        dense
        columns={[
          { key: "name", label: t("name") },
          { key: "unit", label: t("unit") },
          { key: "use", label: t("use") },
          { key: "typical", label: t("typical"), align: "end" },
          { key: "range", label: t("range"), align: "end" },
          { key: "needed", label: t("needed") },
        ]}
        rows={inputRows(card, words, locale).map(({ id, name, unit, use, typical, range, needed }) => ({
          id,
          cells: {
            name,
            unit: unit || t("none"),
            use,
            typical: typical ?? t("none"),
            range: range ?? t("none"),
            needed: t(needed ? "yes" : "no"),
          },
        }))}
      />
    </Section>
  );
}
