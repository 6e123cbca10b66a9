import { TeamMessages } from "@/app/(signed-in)/teams/team-messages";
import { OfferForm } from "@/components/sharing/offer-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { listOffers, type OfferEntry } from "@/lib/data/offers";
import { linkDays } from "@/lib/data/tokens";
import type { Viewer } from "@/lib/data/viewer";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { sendsMail } from "@/lib/mail";
import { endOffer, makeOffer } from "../actions";

/** The athlete begins: a link for a coach's address, and those that nobody has taken up yet. */
export async function OfferSection({ viewer }: { viewer: Viewer }) {
  const [t, offers] = await Promise.all([getTranslations("sharing.offer"), listOffers(viewer)]);
  return (
    <Section id="offer" title={t("title")} lead={t("lead", { days: linkDays, mail: sendsMail() ? "yes" : "no" })}>
      <TeamMessages>
        <OfferForm action={makeOffer} />
      </TeamMessages>
      {offers.length > 0 && <OpenOffers offers={offers} />}
    </Section>
  );
}

async function OpenOffers({ offers }: { offers: readonly OfferEntry[] }) {
  const [t, format] = await Promise.all([getTranslations("sharing.offer"), getRegionalFormatter()]);
  return (
    <div className="grid gap-2">
      <h3 className="font-medium">{t("open")}</h3>
      <ul className="grid max-w-prose">
        {offers.map(({ id, email, scope, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b py-2 first:border-t">
            <span className="min-w-0 break-words">
              {t("openLine", { email, scope, date: format.dateTime(expiresAt, { dateStyle: "long", timeZone: "UTC" }) })}
            </span>
            <form action={endOffer}>
              <input type="hidden" name="offer" value={id} />
              <SubmitButton variant="quiet" size="small" aria-label={t("revokeOf", { email })}>
                {t("revoke")}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}
