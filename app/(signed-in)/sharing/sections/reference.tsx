import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { readReferenceConsent } from "@/lib/data/consents";
import type { Viewer } from "@/lib/data/viewer";
import { getRegionalFormatter } from "@/lib/i18n/format";
import { chooseReference } from "../actions";

/** Being counted, without a name, among everyone others are compared with. */
export async function ReferenceSection({ viewer }: { viewer: Viewer }) {
  const [t, format, standing] = await Promise.all([
    getTranslations("sharing.reference"),
    getRegionalFormatter(),
    readReferenceConsent(viewer),
  ]);
  return (
    <Section id="reference" title={t("title")}>
      <div className="grid max-w-prose gap-3">
        <p>{t("text")}</p>
        <p className="font-medium">{standing ? t("since", { date: format.dateTime(standing.since, { dateStyle: "long" }) }) : t("not")}</p>
        <form action={chooseReference}>
          <input type="hidden" name="counted" value={standing ? "no" : "yes"} />
          <SubmitButton variant="secondary">{t(standing ? "end" : "begin")}</SubmitButton>
        </form>
      </div>
    </Section>
  );
}
