import { getTranslations } from "next-intl/server";
import { Main } from "@/components/layout/main";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { viewer } from "@/lib/auth/viewer";
import { linkDays } from "@/lib/data/tokens";

/** What a link says that opens nothing, whatever the reason. */
export async function MissingLink() {
  const [t, who] = await Promise.all([getTranslations("teams.invitation"), viewer()]);
  return (
    <Main width="prose">
      <PageHeader title={t("missingTitle")} lead={t("missingText", { days: linkDays })} />
      {who && <p className="text-muted">{t("missingAccount", { email: who.email })}</p>}
      <LinkButton href="/dashboard" variant="secondary" className="w-fit">
        {t("toHome")}
      </LinkButton>
    </Main>
  );
}
