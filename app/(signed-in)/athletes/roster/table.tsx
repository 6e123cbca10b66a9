import { CircleAlert } from "lucide";
import type { ReactNode } from "react";
import { Sparkline } from "@/components/charts/sparkline";
import { SortLink } from "@/components/roster/sort-link";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DataTable, type DataTableColumn } from "@/components/ui/data-table";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { RosterRow, RosterSort } from "@/lib/data/roster";
import { getTranslations } from "@/lib/i18n/server";
import { type RosterChoice, resorted, rosterAddress } from "./choice";
import type { RosterWords, TwoLines } from "./words";

type Props = { rows: readonly RosterRow[]; choice: RosterChoice; words: RosterWords };

/** The roster's page: each row can be opened, and some of them chosen to be compared. */
export async function RosterTable({ rows, choice, words }: Props) {
  const t = await getTranslations("roster");
  const sorted = (sort: RosterSort): Pick<DataTableColumn, "key" | "label" | "sort"> => {
    const label = t(`column.${sort}`);
    const state = choice.sort === sort ? (choice.direction === "up" ? "ascending" : "descending") : "none";
    const href = rosterAddress(choice, resorted(choice, sort));
    return { key: sort, label, sort: { state, link: <SortLink href={href} state={state} label={label} /> } };
  };
  const columns: DataTableColumn[] = [
    sorted("name"),
    sorted("last"),
    sorted("age"),
    { ...sorted("injury"), narrow: "hidden" },
    { ...sorted("change"), narrow: "hidden" },
    { ...sorted("asymmetry"), narrow: "hidden" },
    sorted("due"),
  ];
  return (
    <form method="get" action="/compare" className="grid grid-cols-1 gap-4">
      {choice.team && <input type="hidden" name="team" value={choice.team} />}
      <DataTable
        dense
        caption={t("caption")}
        hideCaption
        columns={columns}
        rows={rows.map((row) => ({
          id: row.athleteId,
          cells: {
            name: <Who row={row} words={words} chooseLabel={t("choose", { name: row.name })} flagWord={(flag) => t(`flag.${flag}`)} />,
            last: <Lines lines={words.last(row)} none={t("never")} />,
            age: row.gaitAge && (
              <span className="grid gap-1">
                <Lines lines={words.gaitAge(row)} />
                {row.sparkline.length > 1 && <Sparkline values={row.sparkline} label={words.sparkline(row)} className="max-sm:hidden" />}
              </span>
            ),
            injury: row.injury && <Lines lines={words.injury(row)} />,
            change: row.change && <Lines lines={words.change(row)} wrap />,
            asymmetry: row.asymmetry && <Lines lines={words.asymmetry(row)} />,
            due: row.dueOn && <Lines lines={words.due(row)} caution={row.overdue} />,
          },
        }))}
      />
      <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" variant="secondary">
          {t("compare")}
        </Button>
        <p className="text-muted text-sm">{t("compareHint")}</p>
      </div>
    </form>
  );
}

type WhoProps = { row: RosterRow; words: RosterWords; chooseLabel: string; flagWord: (flag: RosterRow["flags"][number]) => string };

function Who({ row, words, chooseLabel, flagWord }: WhoProps) {
  return (
    <span className="flex min-w-0 items-start gap-3 sm:min-w-48">
      <input type="checkbox" name="athletes" value={row.athleteId} aria-label={chooseLabel} className="no-print size-5 shrink-0" />
      <span className="grid min-w-0 gap-0.5">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link href={`/athletes/${row.athleteId}`} className="prose-link wrap-anywhere -my-3 flex min-h-11 w-fit min-w-0 items-center">
            {row.name}
          </Link>
          {row.flags.length > 0 && (
            <span className="flex flex-wrap gap-1">
              {row.flags.map((flag) => (
                <Badge key={flag}>{flagWord(flag)}</Badge>
              ))}
            </span>
          )}
        </span>
        <span className="wrap-anywhere flex flex-wrap gap-x-1 font-normal text-muted">
          {words.person(row).map((part, index) => (
            <span key={part}>{index === 0 ? part : `· ${part}`}</span>
          ))}
        </span>
      </span>
    </span>
  );
}

type LinesProps = { lines: TwoLines | null; none?: string; caution?: boolean; wrap?: boolean };

function Lines({ lines, none, caution = false, wrap = false }: LinesProps): ReactNode {
  if (!lines) return none === undefined ? null : <span className="text-muted">{none}</span>;
  return (
    <span className="whitespace-normal max-sm:flex max-sm:flex-wrap max-sm:gap-x-2 sm:grid sm:max-w-44">
      <span className={wrap ? "tabular-nums" : "whitespace-nowrap tabular-nums"}>{lines.first}</span>
      {lines.second &&
        (caution ? (
          <span className="inline-flex items-center gap-1 text-caution">
            <Icon of={CircleAlert} className="size-4" />
            {lines.second}
          </span>
        ) : (
          <span className="text-muted tabular-nums">{lines.second}</span>
        ))}
    </span>
  );
}
