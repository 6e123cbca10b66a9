import { CalendarClock } from "lucide";
import { today } from "@/app/(signed-in)/athletes/answers";
import { Icon } from "@/components/ui/icon";
import { listRecalls } from "@/lib/data/recalls";
import type { Viewer } from "@/lib/data/viewer";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";

/** When teams would like to see the viewer again: one quiet line each. */
export async function RecallLines({ viewer }: { viewer: Viewer }) {
  const [t, format, recalls] = await Promise.all([getTranslations("dashboard"), getRegionalFormatter(), listRecalls(viewer)]);
  if (recalls.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {recalls.map(({ teamId, team, dueOn }) => (
        <li key={teamId} className="flex items-start gap-2 text-muted">
          <Icon of={CalendarClock} className="mt-0.5 size-5 shrink-0" />
          {t(dueOn < today() ? "recallPast" : "recall", {
            team,
            date: format.dateTime(new Date(dueOn), { dateStyle: "long", timeZone: "UTC" }),
          })}
        </li>
      ))}
    </ul>
  );
}
