import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { type ActivityEntry, listActivity } from "@/lib/data/activity";
import type { Viewer } from "@/lib/data/viewer";
import { getRegionalFormatter } from "@/lib/i18n/format";
import { activityKey } from "../activity-words";

const perPage = 20;

/** Everything that others did with the record, newest first: nothing happens silently. */
export async function ActivitySection({ viewer, before }: { viewer: Viewer; before?: string }) {
  const [t, { entries, next }] = await Promise.all([getTranslations("sharing.activity"), listActivity(viewer, { limit: perPage, before })]);
  return (
    <Section id="activity" title={t("title")} lead={t("lead")}>
      {entries.length === 0 ? (
        <p className="text-muted">{t("empty")}</p>
      ) : (
        <ul className="grid max-w-prose">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {(before || next) && (
        <nav aria-label={t("pages")} className="no-print flex flex-wrap gap-2">
          {before && (
            <LinkButton variant="secondary" href="/sharing#activity">
              {t("newest")}
            </LinkButton>
          )}
          {next && (
            <LinkButton variant="secondary" href={`/sharing?before=${next}#activity`}>
              {t("older")}
            </LinkButton>
          )}
        </nav>
      )}
    </Section>
  );
}

async function Entry({ entry: { action, at, by, team, assessment } }: { entry: ActivityEntry }) {
  const [t, format] = await Promise.all([getTranslations("sharing.activity"), getRegionalFormatter()]);
  const name = by ?? t("gone");
  return (
    <li className="grid gap-0.5 border-b py-3 first:border-t">
      <p>{t(`did.${activityKey(action)}`, { name, team: team ?? t("someTeam") })}</p>
      <p className="flex flex-wrap gap-x-3 text-muted text-sm">
        <span>{format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}</span>
        {assessment && (
          <Link href={`/assessments/${assessment.id}`} className="prose-link">
            {t("assessment", { date: format.dateTime(assessment.measuredAt, { dateStyle: "medium", timeZone: assessment.timeZone }) })}
          </Link>
        )}
      </p>
    </li>
  );
}
