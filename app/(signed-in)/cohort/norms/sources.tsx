import { getTranslations } from "@/lib/i18n/server";
import type { PublishedNorm } from "@/lib/measurements/norms";
import type { Reader } from "@/lib/measurements/text";

/** Where norms come from and who was measured, each once. */
export async function Sources({ norms, reader }: { norms: readonly PublishedNorm[]; reader: Reader }) {
  const t = await getTranslations("cohort.normsPage");
  const sources = [...new Map(norms.map((norm) => [`${norm.source.doi} ${norm.condition.en}`, norm])).entries()];
  if (sources.length === 0) return null;
  return (
    <div className="grid gap-2 text-sm">
      <h3 className="font-medium">{t("sources")}</h3>
      <ul className="grid max-w-prose gap-2 text-muted">
        {sources.map(([key, { source, condition, origin }]) => (
          <li key={key}>
            <a href={`https://doi.org/${source.doi}`} className="prose-link wrap-anywhere">
              {t("sourceLine", { title: source.title, year: source.year })}
            </a>
            {". "}
            {condition[reader.locale]}
            {origin === "computed" && ` (${t("computed")})`}
            {"."}
          </li>
        ))}
      </ul>
    </div>
  );
}
