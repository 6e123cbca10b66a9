import { getTranslations } from "@/lib/i18n/server";
import { AnchorButton } from "../ui/anchor-button";
import { StartButton } from "./start-button";

export async function Hero({ signedIn }: { signedIn: boolean }) {
  const t = await getTranslations("landing");
  return (
    <div className="grid content-start gap-6 pt-4 desk:gap-8 desk:pt-12">
      <h1 className="max-w-[16ch] font-semibold text-4xl">{t("headline")}</h1>
      <p className="max-w-[52ch] text-muted">{t("lead")}</p>
      <div className="flex flex-wrap gap-3">
        <StartButton signedIn={signedIn} />
        <AnchorButton href="/models" variant="secondary" size="large">
          {t("seeModels")}
        </AnchorButton>
      </div>
      <p className="text-muted text-sm">{t("adults")}</p>
    </div>
  );
}
