import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { readReferenceConsent } from "@/lib/data/consents";
import type { Viewer } from "@/lib/data/viewer";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { chooseReference } from "../actions";

/** Whether the viewer is counted, without a name, among everyone others are compared with. */
export async function ReferenceSection({ viewer }: { viewer: Viewer }) {
  const [t, format, consent] = await Promise.all([
    getTranslations("sharing.reference"),
    getRegionalFormatter(),
    readReferenceConsent(viewer),
  ]);
  const state = consent ? t("yes", { date: format.dateTime(consent.since, { dateStyle: "long", timeZone: "UTC" }) }) : t("no");
  return (
    <Section id="reference" title={t("title")} lead={t("text")}>
      <p role="status" className="font-medium">
        {state}
      </p>
      <form action={chooseReference} className="grid gap-2">
        <input type="hidden" name="counted" value={consent ? "no" : "yes"} />
        <SubmitButton variant="secondary" className="w-fit">
          {t(consent ? "withdraw" : "grant")}
        </SubmitButton>
        <p className="max-w-prose text-muted text-sm">{t("after")}</p>
      </form>
    </Section>
  );
}
