import Link from "next/link";
import { useTranslations } from "next-intl";
import { Checkbox } from "../ui/checkbox";

const points = ["what", "why", "who", "withdraw"] as const;

export function Consent({ error, given }: { error?: string; given: boolean }) {
  const t = useTranslations("account.consent");
  return (
    <section aria-labelledby="consent-title" className="grid gap-3 rounded-lg border bg-surface p-4">
      <h2 id="consent-title" className="font-medium text-base">
        {t("title")}
      </h2>
      <ul className="grid gap-2 text-sm">
        {points.map((point) => (
          <li key={point}>{t(`processing.${point}`)}</li>
        ))}
      </ul>
      <Link href="/privacy" target="_blank" className="prose-link w-fit text-sm">
        {t("processing.more")}
      </Link>
      <Checkbox id="consent" name="consent" value="yes" label={t("processing.label")} error={error} required defaultChecked={given} />
    </section>
  );
}
