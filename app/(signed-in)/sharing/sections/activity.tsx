import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { type ActivityEntry, listActivity } from "@/lib/data/activity";
import type { Viewer } from "@/lib/data/viewer";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { activitySentence } from "../words";

const perPage = 20;

/** What others did that concerns the viewer: nothing happens silently. */
export async function ActivitySection({ viewer, before }: { viewer: Viewer; before: string | undefined }) {
  const [t, { entries, next }] = await Promise.all([getTranslations("sharing.activity"), listActivity(viewer, { limit: perPage, before })]);
  const first = before === undefined;
  return (
    <Section id="activity" title={t("title")} lead={t(first ? "lead" : "later")}>
      {entries.length === 0 ? (
        <p className="text-muted">{t(first ? "empty" : "emptyPage")}</p>
      ) : (
        <ol className="grid max-w-prose">
          {entries.map((entry) => (
            <ActivityLine key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {(next || !first) && (
        <nav aria-label={t("pages")} className="no-print flex flex-wrap gap-2">
          {!first && (
            <LinkButton variant="secondary" size="small" href="/sharing#activity">
              {t("newest")}
            </LinkButton>
          )}
          {next && (
            <LinkButton variant="secondary" size="small" href={`/sharing?before=${next}#activity`}>
              {t("older")}
            </LinkButton>
          )}
        </nav>
      )}
    </Section>
  );
}

async function ActivityLine({ entry }: { entry: ActivityEntry }) {
  const [t, format] = await Promise.all([getTranslations("sharing.activity"), getRegionalFormatter()]);
  const { at, assessment } = entry;
  return (
    <li className="grid gap-1 border-b py-3 first:border-t">
      <p className="break-words">{activitySentence(t, entry)}</p>
      <p className="flex flex-wrap items-baseline gap-x-4 text-muted text-sm">
        <time dateTime={at.toISOString()}>{format.dateTime(at, { dateStyle: "long", timeZone: "UTC" })}</time>
        {assessment && (
          <Link className="prose-link" href={`/assessments/${assessment.id}`}>
            {t("assessment", { date: format.dateTime(assessment.measuredAt, { dateStyle: "medium", timeZone: assessment.timeZone }) })}
          </Link>
        )}
      </p>
    </li>
  );
}
