import type { TrendEvent } from "@/components/charts/trend-chart";
import type { NoteView } from "@/lib/data/notes";
import type { RecallView } from "@/lib/data/recalls";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";

/** More would hide the line they stand on. */
const mostNotes = 4;
const longest = 60;

/** What a trend shows besides the values: the newest notes, and the days by which somebody is to be seen. */
export async function trendEvents(notes: readonly NoteView[], recalls: readonly RecallView[]): Promise<TrendEvent[]> {
  const [t, format] = await Promise.all([getTranslations("athletes"), getRegionalFormatter()]);
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium", timeZone: "UTC" });
  return [
    ...notes.slice(0, mostNotes).map(({ id, text, createdAt }) => ({
      id,
      date: createdAt.toISOString(),
      dateText: day(createdAt),
      label: `${t("timeline.note")}: ${shortened(text)}`,
      kind: "note" as const,
    })),
    ...recalls
      .filter(({ met }) => !met)
      .map(({ teamId, team, dueOn }) => ({
        id: teamId,
        date: new Date(dueOn).toISOString(),
        dateText: day(new Date(dueOn)),
        label: `${t("recall.title")}, ${team}`,
        kind: "recall" as const,
      })),
  ];
}

/** The first line of a note, cut at a word. */
export function shortened(text: string): string {
  const [line = ""] = text.split("\n");
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest / 2)).trimEnd()}…`;
}
