import { getTranslations } from "@/lib/i18n/server";
import { type Reader, valueText } from "@/lib/measurements/text";
import type { MeasuredRow } from "./measured-rows";

/** The cells of a measured row in words. */
export async function measuredWords(reader: Reader) {
  const [t, common] = await Promise.all([getTranslations("result.measured"), getTranslations("common.side")]);
  const text = (row: MeasuredRow, value: number | string | undefined): string =>
    value === undefined ? "–" : valueText(row.field, value, reader, row.deviation);
  const difference = (row: MeasuredRow): string => {
    if (row.difference === undefined) return "–";
    if (row.difference === 0) return t("equal");
    const side = common(row.difference > 0 ? "left" : "right");
    const percent =
      row.percent === undefined ? null : new Intl.NumberFormat(reader.locale, { maximumFractionDigits: 0 }).format(Math.abs(row.percent));
    const size = percent === null ? valueText(row.field, Math.abs(row.difference), reader, true) : `${percent} %`;
    return t("differenceHigher", { side, value: size });
  };
  const label = (row: MeasuredRow): string => {
    const name = row.field.label[reader.locale];
    const whole = row.deviation ? t("deviation", { label: name }) : name;
    return row.derived ? `${whole} (${t("derived")})` : whole;
  };
  return { text, difference, label };
}
