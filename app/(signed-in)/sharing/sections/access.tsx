import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { AccessEntry } from "@/lib/data/shared-access";
import { getRegionalFormatter } from "@/lib/i18n/format";
import { chooseScope, endAccess } from "../actions";

/** Who sees the record: the people by name, since when, and what they looked at last. Each ends with one press. */
export async function AccessSection({ access }: { access: readonly AccessEntry[] }) {
  const t = await getTranslations("sharing.access");
  return (
    <Section id="access" title={t("title")}>
      {access.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <ul className="grid gap-4 desk:grid-cols-2">
          {access.map((entry) => (
            <Team key={entry.teamId} entry={entry} />
          ))}
        </ul>
      )}
    </Section>
  );
}

async function Team({ entry }: { entry: AccessEntry }) {
  const [t, sharing, format] = await Promise.all([getTranslations("sharing.access"), getTranslations("sharing"), getRegionalFormatter()]);
  const { teamId, teamName: team, scope, since, members, lastLook } = entry;
  const other = scope === "view" ? "record" : "view";
  return (
    <li className="grid content-start gap-3 rounded-lg border bg-surface p-4 sm:p-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-medium">{team}</h3>
        <Badge>{sharing(`scope.${scope}`)}</Badge>
      </div>
      <p className="text-muted text-sm">{t("since", { date: format.dateTime(since, { dateStyle: "long" }) })}</p>
      <p className="text-sm">{sharing(`consent.${scope}`)}</p>
      <div className="grid gap-1 text-sm">
        <p className="text-muted">{t("members")}</p>
        <ul className="grid gap-1">
          {members.map((member) => (
            <li key={`${member.name} ${member.since.getTime()}`}>{t("member", { name: member.name, role: member.role })}</li>
          ))}
        </ul>
      </div>
      <p className="text-sm">
        {lastLook
          ? t("lastLook", {
              look: t(`look.${lookOf(lastLook.action)}`),
              name: lastLook.by,
              date: format.dateTime(lastLook.at, { dateStyle: "long", timeStyle: "short" }),
            })
          : t("noLook")}
      </p>
      <div className="flex flex-wrap items-center gap-3 pt-1">
        <form action={endAccess}>
          <input type="hidden" name="team" value={teamId} />
          <SubmitButton aria-label={t("withdrawFrom", { team })}>{t("withdraw")}</SubmitButton>
        </form>
        <form action={chooseScope}>
          <input type="hidden" name="team" value={teamId} />
          <input type="hidden" name="scope" value={other} />
          <SubmitButton variant="secondary">{t(`change.${other}`)}</SubmitButton>
        </form>
      </div>
    </li>
  );
}

const looks = {
  "assessment.viewed": "assessment",
  "assessment.listed": "assessments",
  "athlete.viewed": "record",
  "athlete.compared": "comparison",
  "roster.viewed": "roster",
  "cohort.viewed": "cohort",
} as const;

function lookOf(action: string): (typeof looks)[keyof typeof looks] {
  return looks[action as keyof typeof looks] ?? "record";
}
