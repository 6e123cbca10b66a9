import { getTranslations } from "@/lib/i18n/server";
import { AnchorButton } from "../ui/anchor-button";
import { StartButton } from "./start-button";

export async function Call({ signedIn }: { signedIn: boolean }) {
  const t = await getTranslations("landing.call");
  return (
    <section aria-labelledby="call-title" className="grid gap-4 border-t py-8 desk:flex desk:items-center desk:justify-between">
      <h2 id="call-title" className="font-semibold">
        {t("title")}
      </h2>
      <div className="flex flex-wrap gap-3">
        <StartButton signedIn={signedIn} />
        <AnchorButton href="/faq" variant="quiet" size="large">
          {t("questions")}
        </AnchorButton>
      </div>
    </section>
  );
}
