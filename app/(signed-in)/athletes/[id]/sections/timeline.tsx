import { randomUUID } from "node:crypto";
import { EyeOff, Footprints, MessageSquare } from "lucide";
import { NoteForm } from "@/components/athlete/note-form";
import { ConfirmDialog } from "@/components/ui/dialog";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { AssessmentSummary } from "@/lib/data/assessments";
import type { AthleteDetail } from "@/lib/data/athletes";
import type { NoteView } from "@/lib/data/notes";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { summarySentences } from "../../../assessments/sentence";
import { AthleteMessages } from "../../athlete-messages";
import { removeNote, writeNote } from "../actions";
import { type Entry, timelineOf } from "../timeline";

type Props = { athlete: AthleteDetail; assessments: readonly AssessmentSummary[]; notes: readonly NoteView[]; limit: number };

/** What is seen without asking for more. */
const shown = 8;

/** Assessments and notes in the order in which they happened, and the form of a new note. */
export async function TimelineSection({ athlete, assessments, notes, limit }: Props) {
  const t = await getTranslations("athletes");
  const entries = timelineOf(assessments, notes);
  const older = entries.slice(shown);
  return (
    <Section
      id="timeline"
      className="content-start"
      title={t("timeline.title")}
      lead={entries.length > 0 ? t("timeline.lead") : t("timeline.empty")}
    >
      <div className="no-print">
        <Disclosure quiet summary={t("notes.add")}>
          <div className="max-w-prose rounded-lg border bg-surface p-4">
            <AthleteMessages>
              <NoteForm
                action={writeNote.bind(null, athlete.id)}
                submissionId={randomUUID()}
                name={athlete.name}
                hasSignIn={athlete.hasSignIn}
                teams={athlete.teams.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </AthleteMessages>
          </div>
        </Disclosure>
      </div>
      {entries.length > 0 && <Entries athlete={athlete} entries={entries.slice(0, shown)} />}
      {older.length > 0 && (
        <Disclosure summary={t("timeline.older", { count: older.length })}>
          <Entries athlete={athlete} entries={older} />
        </Disclosure>
      )}
      {assessments.length >= limit && <p className="text-muted text-sm">{t("timeline.limit", { count: limit })}</p>}
    </Section>
  );
}

function Entries({ athlete, entries }: { athlete: AthleteDetail; entries: readonly Entry[] }) {
  return (
    <ol className="grid max-w-[75ch]">
      {entries.map((entry) => (
        <li key={entry.id} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-b py-3 first:border-t">
          {entry.kind === "assessment" ? (
            <AssessmentEntry assessment={entry.assessment} name={athlete.name} />
          ) : (
            <NoteEntry note={entry.note} athlete={athlete} />
          )}
        </li>
      ))}
    </ol>
  );
}

async function AssessmentEntry({ assessment, name }: { assessment: AssessmentSummary; name: string }) {
  const [t, result, common, format] = await Promise.all([
    getTranslations("athletes.timeline"),
    getTranslations("result"),
    getTranslations("common.protocol"),
    getRegionalFormatter(),
  ]);
  const { id, measuredAt, timeZone, protocol } = assessment;
  return (
    <>
      <Icon of={Footprints} className="mt-3 size-5 text-accent" />
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-x-3">
          <Link className="prose-link flex min-h-11 items-center font-medium" href={`/assessments/${id}`}>
            {format.dateTime(measuredAt, { dateStyle: "medium", timeStyle: "short", timeZone })}
          </Link>
          <span className="text-muted text-sm">{t("assessment", { protocol: common(protocol) })}</span>
        </p>
        <p>{summarySentences(result, assessment, name)[0]}</p>
      </div>
    </>
  );
}

async function NoteEntry({ note, athlete }: { note: NoteView; athlete: AthleteDetail }) {
  const [t, timeline, common, format] = await Promise.all([
    getTranslations("athletes.notes"),
    getTranslations("athletes.timeline"),
    getTranslations("common"),
    getRegionalFormatter(),
  ]);
  const words = { team: note.team.name, name: athlete.name };
  const said = note.visibleToAthlete ? (athlete.hasSignIn ? "saidShared" : "saidSharedPatient") : "saidPrivate";
  return (
    <>
      <Icon of={note.visibleToAthlete ? MessageSquare : EyeOff} className="mt-3 size-5 text-muted" />
      <div className="grid gap-1">
        <div className="flex flex-wrap items-center justify-between gap-x-3">
          <p className="flex min-h-11 flex-wrap items-center gap-x-3">
            <span className="font-medium">{format.dateTime(note.createdAt, { dateStyle: "medium", timeZone: "UTC" })}</span>
            <span className="text-muted text-sm">
              {timeline("note")} · {t("by", { author: note.author ?? t("gone"), team: note.team.name })}
            </span>
          </p>
          {note.own && (
            <span className="no-print">
              <ConfirmDialog
                trigger={t("delete")}
                triggerVariant="quiet"
                triggerSize="small"
                title={t("deleteTitle")}
                description={t("deleteText", words)}
                action={removeNote}
                fields={{ note: note.id, athlete: athlete.id }}
                confirmLabel={t("deleteConfirm")}
                cancelLabel={common("cancel")}
              />
            </span>
          )}
        </div>
        <p className="whitespace-pre-line break-words">{note.text}</p>
        <p className="text-muted text-sm">{t(said, words)}</p>
      </div>
    </>
  );
}
