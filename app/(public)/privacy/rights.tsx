import { Section } from "@/components/ui/section";
import { getTranslations } from "@/lib/i18n/server";
import { linkOut } from "../rich";

const rights = { inApp: ["see", "correct", "remove", "copy", "seen", "withdraw", "account"], onRequest: ["teamNotes", "other"] } as const;

export async function Rights() {
  const t = await getTranslations("privacy.rights");
  return (
    <Section id="rights" title={t("title")}>
      <div className="grid gap-6 sm:grid-cols-2 sm:gap-8">
        {(["inApp", "onRequest"] as const).map((way) => (
          <div key={way} className="grid content-start gap-2">
            <h3 className="font-medium">{t(way)}</h3>
            <ul className="grid list-disc gap-1 ps-5">
              {rights[way].map((right) => (
                <li key={right}>{t(right)}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p>{t.rich("authority", { authority: linkOut("https://www.aepd.es") })}</p>
    </Section>
  );
}
