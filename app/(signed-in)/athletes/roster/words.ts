import type { RosterRow } from "@/lib/data/roster";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { readColumn } from "@/lib/measurements/columns";
import { adultAge } from "@/lib/measurements/derived";
import { columnText, labelOf, type Reader } from "@/lib/measurements/text";

/** A figure with what it means under it. */
export type TwoLines = { first: string; second: string | null };

export type RosterWords = Awaited<ReturnType<typeof rosterWords>>;

/** A roster's rows in words, for one reader. */
export async function rosterWords(reader: Reader) {
  const [t, common, format] = await Promise.all([getTranslations("roster"), getTranslations("common"), getRegionalFormatter()]);
  const zone = (name: string) => (common.has(`zone.${name}`) ? common(`zone.${name}`) : name);
  const label = (column: string) => {
    const read = readColumn(column);
    const name = labelOf(read?.code ?? column, reader.locale);
    return read && read.side !== "both" ? `${name}, ${common(`side.${read.side}`).toLocaleLowerCase(reader.locale)}` : name;
  };
  const ofHundred = (share: number) => Math.round(100 * share);
  const day = (date: string) => format.dateTime(new Date(date), { dateStyle: "medium", timeZone: "UTC" });
  return {
    person: ({ sex, age, identifier }: RosterRow): string[] => [
      common(`sex.${sex}`),
      ...(age === null ? [] : [t("years", { age })]),
      ...(identifier ? [identifier] : []),
    ],
    last: ({ last }: RosterRow): TwoLines | null =>
      last && {
        first: format.dateTime(last.measuredAt, { dateStyle: "medium", timeZone: last.timeZone }),
        second: common(`protocol.${last.protocol}`),
      },
    gaitAge: ({ gaitAge }: RosterRow): TwoLines | null => {
      if (!gaitAge) return null;
      const gap = Math.round(gaitAge.gap);
      return {
        first: t("gaitAge", {
          value: Math.round(gaitAge.value),
          lower: Math.max(adultAge, Math.round(gaitAge.lower)),
          upper: Math.round(gaitAge.upper),
        }),
        second: gap === 0 ? t("gap.none") : t(gap > 0 ? "gap.above" : "gap.below", { years: Math.abs(gap) }),
      };
    },
    injury: ({ injury }: RosterRow): TwoLines | null => {
      if (!injury) return null;
      if (injury.share === null || injury.base === null) return { first: t("injury.none"), second: null };
      const share = { zone: zone(injury.name), share: ofHundred(injury.share), base: ofHundred(injury.base) };
      if (!injury.standsOut) return { first: t("injury.none"), second: t("injury.within", share) };
      return { first: share.zone, second: t("injury.share", share) };
    },
    change: ({ change }: RosterRow): TwoLines | null =>
      change && {
        first: label(change.column),
        second: t("change", { from: columnText(change.column, change.from, reader), to: columnText(change.column, change.to, reader) }),
      },
    asymmetry: ({ asymmetry }: RosterRow): TwoLines | null =>
      asymmetry && { first: t("percent", { percent: Math.round(asymmetry.percent) }), second: labelOf(asymmetry.field, reader.locale) },
    due: ({ dueOn, overdue }: RosterRow): TwoLines | null =>
      dueOn === null ? null : { first: day(dueOn), second: overdue ? t("overdue") : null },
    sparkline: ({ name, sparkline }: RosterRow): string =>
      t("sparkline", { name, count: sparkline.length, last: Math.round(sparkline.at(-1) ?? 0) }),
    zone,
  };
}
