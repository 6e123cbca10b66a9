"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { controlVariants } from "../ui/control";
import { Label } from "../ui/label";
import { Select } from "../ui/select";
import type { ColumnView, TargetGroup, TargetUnits } from "./types";

export type ColumnRowProps = {
  column: ColumnView;
  label: string | null;
  groups: readonly TargetGroup[];
  units: TargetUnits;
  twice: boolean;
  choose: (change: { target: string | null; unit: string | null }) => void;
};

/** One column of the file: its name and values, what it means, and the way to say otherwise. */
export function ColumnRow({ column, label, groups, units, twice, choose }: ColumnRowProps) {
  const t = useTranslations("import.columns");
  const [open, setOpen] = useState(false);
  const { index, name, target, unit, recognised, samples } = column;
  const unitsHere = target === null ? undefined : units[target];
  return (
    <li className="grid gap-2 border-b py-3 desk:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_auto] desk:items-start desk:gap-x-6">
      <div className="grid min-w-0 gap-0.5">
        <p className="break-words font-medium">{name}</p>
        <p className="truncate text-muted text-sm">
          {samples.length > 0 ? t("samples", { samples: samples.join(" · ") }) : t("noSamples")}
        </p>
      </div>
      <div className="grid min-w-0 gap-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className={label === null ? "text-muted" : undefined}>{label ?? t("nothing")}</span>
          {recognised &&
            (recognised === "similar" ? (
              <Badge tone="caution">{t("how.similar")}</Badge>
            ) : (
              <span className="text-muted text-sm">{t(`how.${recognised}`)}</span>
            ))}
        </p>
        {unit !== null && unitsHere && (
          <p className="text-muted text-sm">{t("converted", { from: unit, to: unitsHere.ours, example: samples[0] ?? "" })}</p>
        )}
        {twice && label && <p className="text-danger text-sm">{t("twice", { target: label })}</p>}
      </div>
      {!open && (
        <Button variant="quiet" size="small" className="w-fit" aria-label={`${t("change")}: ${name}`} onClick={() => setOpen(true)}>
          {t("change")}
        </Button>
      )}
      {open && (
        <div className="grid gap-3 desk:col-span-full desk:grid-cols-2">
          <div className="grid gap-2">
            <Label htmlFor={`target-${index}`}>{t("meaning", { name })}</Label>
            <select
              id={`target-${index}`}
              value={target ?? ""}
              className={controlVariants()}
              onChange={(event) => choose({ target: event.target.value || null, unit: null })}
            >
              <option value="">{t("nothing")}</option>
              {groups.map((group) => (
                <optgroup key={group.label} label={group.label}>
                  {group.options.map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.label}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </div>
          {target !== null && unitsHere && unitsHere.others.length > 0 && (
            <div className="grid content-start gap-2">
              <Label htmlFor={`unit-${index}`}>{t("unit", { name })}</Label>
              <Select
                id={`unit-${index}`}
                value={unit ?? ""}
                onChange={(event) => choose({ target, unit: event.target.value || null })}
                options={[
                  { value: "", label: t("ours", { unit: unitsHere.ours }) },
                  ...unitsHere.others.map((other) => ({ value: other, label: other })),
                ]}
              />
            </div>
          )}
        </div>
      )}
    </li>
  );
}
