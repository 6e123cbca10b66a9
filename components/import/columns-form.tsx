"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type AnsweredAction, idleForm } from "../athlete/form-state";
import { Outcome } from "../athlete/outcome";
import { useAnsweredForm } from "../athlete/use-answered-form";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { ColumnRow } from "./column-row";
import { PeopleFields } from "./people-fields";
import { RuleFields, type RulesView } from "./rule-fields";
import type { ColumnView, TargetGroup, TargetUnits } from "./types";

export type ColumnsFormProps = {
  action: AnsweredAction;
  columns: readonly ColumnView[];
  groups: readonly TargetGroup[];
  units: TargetUnits;
  rules: RulesView;
  /** Whether people without a record may be given one: in a team, not in one's own record. */
  team: boolean;
  /** "YYYY-MM-DD" */
  today: string;
  failed: string;
};

const identity = ["athlete", "athlete_id", "identifier", "name"];

/** What a file's columns mean and what holds for all its rows, before anything is looked at. A watch's file has no columns. */
export function ColumnsForm({ action, columns, groups, units, rules, team, today, failed }: ColumnsFormProps) {
  const t = useTranslations("import");
  const { form, state, formAction, submit, pending } = useAnsweredForm(action, idleForm, {
    fields: ["measuredOn", "timeZone", "consent", "obtainedOn"],
    failed,
  });
  const [chosen, setChosen] = useState(columns);
  const choose = (index: number, change: Pick<ColumnView, "target" | "unit">) =>
    setChosen((before) => before.map((column) => (column.index === index ? { ...column, ...change, recognised: "person" } : column)));

  const labels = new Map(groups.flatMap(({ options }) => options.map(({ value, label }) => [value, label])));
  const targets = chosen.flatMap(({ target }) => target ?? []);
  const twice = new Set(targets.filter((target, index) => targets.indexOf(target) !== index));
  const has = (target: string) => targets.includes(target);
  const nobody = team && !identity.some(has);
  // A column stays where it was first, or it would move away under the hand that chooses.
  const parts = [
    {
      key: "recognised",
      columns: chosen.filter(({ index }) => columns.some((column) => column.index === index && column.target !== null)),
    },
    { key: "leftOut", columns: chosen.filter(({ index }) => columns.some((column) => column.index === index && column.target === null)) },
  ] as const;
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid min-w-0 gap-8">
      <input
        type="hidden"
        name="columns"
        readOnly
        value={JSON.stringify(chosen.map(({ index, source, target, unit, recognised }) => ({ index, source, target, unit, recognised })))}
      />
      {parts.map(
        (part) =>
          part.columns.length > 0 && (
            <section key={part.key} aria-labelledby={`${part.key}-title`} className="grid min-w-0 gap-1">
              <h2 id={`${part.key}-title`} className="font-semibold">
                {t(`columns.${part.key}`)}
              </h2>
              {part.key === "leftOut" && <p className="text-muted">{t("columns.leftOutLead")}</p>}
              <ul className="grid min-w-0 border-t">
                {part.columns.map((column) => (
                  <ColumnRow
                    key={column.index}
                    column={column}
                    label={column.target === null ? null : (labels.get(column.target) ?? column.target)}
                    groups={groups}
                    units={units}
                    twice={column.target !== null && twice.has(column.target)}
                    choose={(change) => choose(column.index, change)}
                  />
                ))}
              </ul>
            </section>
          ),
      )}
      {columns.length > 0 && nobody && (
        <Alert tone="caution">
          <p>{t("columns.noAthlete")}</p>
        </Alert>
      )}
      <RuleFields rules={rules} has={has} watch={columns.length === 0} state={state} />
      {team && columns.length > 0 && <PeopleFields state={state} today={today} />}
      <Outcome state={state} refused={t("check.note")} />
      <div className="grid gap-3">
        <Button
          type="submit"
          size="large"
          className="w-fit max-sm:w-full"
          pending={pending}
          disabled={twice.size > 0 || (columns.length > 0 && nobody)}
        >
          {t("check.action")}
        </Button>
        <p className="text-muted text-sm">{t("check.note")}</p>
      </div>
    </form>
  );
}
