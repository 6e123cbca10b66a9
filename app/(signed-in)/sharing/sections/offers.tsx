import { getTranslations } from "next-intl/server";
import { OfferForm } from "@/components/sharing/offer-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { listOffers } from "@/lib/data/offers";
import type { Viewer } from "@/lib/data/viewer";
import { getRegionalFormatter } from "@/lib/i18n/format";
import { TeamMessages } from "../../teams/team-messages";
import { endOffer, makeOffer } from "../actions";

/** The athlete begins: access offered to a coach's address, and what is still open of it. */
export async function OfferSection({ viewer }: { viewer: Viewer }) {
  const [t, sharing, format, offers] = await Promise.all([
    getTranslations("sharing.offer"),
    getTranslations("sharing"),
    getRegionalFormatter(),
    listOffers(viewer),
  ]);
  return (
    <Section id="offer" title={t("title")} lead={t("lead")}>
      <TeamMessages>
        <OfferForm action={makeOffer} />
      </TeamMessages>
      {offers.length > 0 && (
        <div className="grid gap-2">
          <h3 className="font-medium">{t("open")}</h3>
          <ul className="grid max-w-prose">
            {offers.map(({ id, email, scope, expiresAt }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b py-3 first:border-t">
                <div className="grid min-w-0 gap-0.5">
                  <p className="break-words font-medium">{email}</p>
                  <p className="text-muted text-sm">
                    {t("until", { scope: sharing(`scope.${scope}`), date: format.dateTime(expiresAt, { dateStyle: "long" }) })}
                  </p>
                </div>
                <form action={endOffer}>
                  <input type="hidden" name="offer" value={id} />
                  <SubmitButton variant="secondary" size="small" aria-label={t("endTo", { email })}>
                    {t("end")}
                  </SubmitButton>
                </form>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
