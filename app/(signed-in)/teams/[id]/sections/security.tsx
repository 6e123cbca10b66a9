import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { TeamDetail } from "@/lib/data/teams";
import { getTranslations } from "@/lib/i18n/server";
import { secureTeam } from "../actions";

/** Whether the team is worked in with a second factor only; who asks for it has one first. */
export async function SecuritySection({ team }: { team: TeamDetail }) {
  const t = await getTranslations("security.team");
  const own = team.members.some(({ self, secondFactor }) => self && secondFactor === true);
  const without = team.members.filter(({ secondFactor }) => secondFactor === false).length;
  const required = team.requiresSecondFactor;
  return (
    <Section id="security" title={t("title")} lead={required ? t("on") : t("off")}>
      {without > 0 && (own || required) && <p>{t("warning", { count: without })}</p>}
      {own || required ? (
        <form action={secureTeam}>
          <input type="hidden" name="team" value={team.id} />
          <input type="hidden" name="required" value={required ? "no" : "yes"} />
          <SubmitButton variant="secondary">{required ? t("release") : t("require")}</SubmitButton>
        </form>
      ) : (
        <>
          <p>{t("own")}</p>
          <LinkButton variant="secondary" className="w-fit" href="/settings/security">
            {t("ownLink")}
          </LinkButton>
        </>
      )}
    </Section>
  );
}
