import type { ChartText } from "@/components/charts/types";
import { getTranslations } from "@/lib/i18n/server";

/** The words every chart needs, with its own title and description. */
export async function chartText(own: Pick<ChartText, "title" | "description" | "fileName" | "hideTitle" | "context">): Promise<ChartText> {
  const t = await getTranslations("common.chart");
  return {
    tableLabel: t("table"),
    downloadLabel: t("download"),
    imageLabel: { svg: t("svg"), png: t("png"), failed: t("imageFailed") },
    ...own,
  };
}
