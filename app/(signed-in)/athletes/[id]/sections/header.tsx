import { BackLink } from "@/components/ui/back-link";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import type { AthleteDetail } from "@/lib/data/athletes";
import type { RecallView } from "@/lib/data/recalls";
import { getTranslations } from "@/lib/i18n/server";
import { ageAt } from "@/lib/measurements/derived";
import { today } from "../../answers";
import { RecallWords } from "./recall";

type Props = { athlete: AthleteDetail; recalls: readonly RecallView[] };

/** Who the athlete is, what the viewer may do, and when they are to be seen again. */
export async function AthleteHeader({ athlete, recalls }: Props) {
  const [t, sex] = await Promise.all([getTranslations("athletes.person"), getTranslations("common.sex")]);
  const age = ageAt(athlete.birthDate, today());
  const facts = [
    age === null ? null : t("age", { age }),
    sex(athlete.sex),
    athlete.identifier && t("identifier", { identifier: athlete.identifier }),
    athlete.hasSignIn ? null : t("noSignIn"),
  ].filter(Boolean);
  const [team] = athlete.teams;
  const open = recalls.find(({ met }) => !met);
  return (
    <div className="grid gap-3">
      <PageHeader
        title={athlete.name}
        kicker={athlete.teams.map(({ name }) => name).join(" · ")}
        lead={facts.join(" · ")}
        back={<BackLink href={team ? `/athletes?team=${team.id}` : "/athletes"} label={t("back")} />}
        actions={<Actions athlete={athlete} />}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Badge>{t(athlete.mayRecord ? "scope.record" : "scope.view")}</Badge>
        {open && <RecallWords recall={open} />}
      </div>
    </div>
  );
}

async function Actions({ athlete }: { athlete: AthleteDetail }) {
  const t = await getTranslations("athletes.person.actions");
  return (
    <>
      {athlete.mayRecord && <LinkButton href={`/athletes/${athlete.id}/assess`}>{t("assess")}</LinkButton>}
      <LinkButton variant="secondary" href={`/compare?athletes=${athlete.id}`}>
        {t("compare")}
      </LinkButton>
      {athlete.mayAdminister && (
        <>
          <LinkButton variant="quiet" href={`/athletes/${athlete.id}/edit`}>
            {t("edit")}
          </LinkButton>
          <LinkButton variant="quiet" href={`/athletes/${athlete.id}/merge`}>
            {t("merge")}
          </LinkButton>
        </>
      )}
    </>
  );
}
