import type { Refusal } from "@/lib/data/imports";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";

/** Says in words why a row is refused. */
export async function problemWords(): Promise<(reason: Refusal["reasons"][number]) => string> {
  const [t, format] = await Promise.all([getTranslations("import.problems"), getRegionalFormatter()]);
  const number = (value: number) => format.number(value, { maximumFractionDigits: 6 });
  return ({ code, range, perhaps }) => {
    const [least, most] = range ?? [0, 0];
    const bounds = { least: number(least), most: number(most) };
    if (code === "out_of_range") return perhaps === undefined ? t("out_of_range", bounds) : t("perhaps", { ...bounds, unit: perhaps });
    if (code === "not_in_protocol") return t("not_in_protocol", { protocol: "walk" });
    return t.has(code as never) ? t(code as never) : code;
  };
}
