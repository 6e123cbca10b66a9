import { Section } from "@/components/ui/section";
import { listVisibleNotes, type VisibleNote } from "@/lib/data/notes";
import { listRecalls, type RecallView } from "@/lib/data/recalls";
import type { Viewer } from "@/lib/data/viewer";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { today } from "../../athletes/answers";

/** What teams wrote for the viewer to read, and when they would like to see them again; nothing where there is neither. */
export async function FromTeamsSection({ viewer }: { viewer: Viewer }) {
  const [t, notes, recalls] = await Promise.all([getTranslations("athletes.mine"), listVisibleNotes(viewer), listRecalls(viewer)]);
  if (notes.length === 0 && recalls.length === 0) return null;
  return (
    <Section id="from-teams" title={t("title")} lead={t("lead")}>
      {recalls.length > 0 && <Recalls recalls={recalls} />}
      {notes.length > 0 && <Notes notes={notes} />}
    </Section>
  );
}

async function Recalls({ recalls }: { recalls: readonly RecallView[] }) {
  const [t, format] = await Promise.all([getTranslations("athletes.mine"), getRegionalFormatter()]);
  return (
    <div className="grid gap-2">
      <h3 className="font-medium">{t("recalls")}</h3>
      <ul className="grid gap-1">
        {recalls.map(({ teamId, team, dueOn }) => (
          <li key={teamId}>
            {t(dueOn < today() ? "recallPast" : "recall", {
              team,
              date: format.dateTime(new Date(dueOn), { dateStyle: "long", timeZone: "UTC" }),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

async function Notes({ notes }: { notes: readonly VisibleNote[] }) {
  const [t, words, format] = await Promise.all([
    getTranslations("athletes.mine"),
    getTranslations("athletes.notes"),
    getRegionalFormatter(),
  ]);
  return (
    <div className="grid gap-2">
      <h3 className="font-medium">{t("notes")}</h3>
      <ul className="grid max-w-prose">
        {notes.map(({ id, text, team, author, createdAt }) => (
          <li key={id} className="grid gap-1 border-b py-3 first:border-t">
            <p className="whitespace-pre-line break-words">{text}</p>
            <p className="text-muted text-sm">
              {t("by", {
                author: author ?? words("gone"),
                team,
                date: format.dateTime(createdAt, { dateStyle: "long", timeZone: "UTC" }),
              })}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
