import { TriangleAlert } from "lucide";
import { getTranslations } from "@/lib/i18n/server";
import { Badge } from "../ui/badge";
import { Icon } from "../ui/icon";
import { Section } from "../ui/section";

const claims = ["diagnosis", "forecast", "interval", "caution"] as const;

export async function Claims() {
  const t = await getTranslations("landing.not");
  return (
    <Section id="limits" title={t("title")}>
      <dl className="grid grid-cols-1 gap-x-16 desk:grid-cols-2">
        {claims.map((claim) => (
          <div key={claim} className="grid content-start gap-1 border-t py-4">
            <dt className="font-semibold">{t(`${claim}.title`)}</dt>
            <dd className="max-w-prose text-muted">{t(`${claim}.text`)}</dd>
            {claim === "caution" && (
              <dd className="pt-1">
                <Badge tone="caution">
                  <Icon of={TriangleAlert} />
                  {t("caution.badge")}
                </Badge>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </Section>
  );
}
