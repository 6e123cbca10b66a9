"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Group, Protocol } from "@/lib/measurements/vocabulary";
import { columnsOf } from "./columns";
import { GaitGroup } from "./gait-group";
import { MeasuredField } from "./measured-field";
import type { FieldView, FormPlan, FormValues, NumberView } from "./types";

const gaitGroups = ["gait", "kinematics", "running_sensor", "force"] as const satisfies readonly Group[];
const first = "speed";

export function GaitStep({ plan, protocol, values, live }: { plan: FormPlan; protocol: Protocol; values: FormValues; live: boolean }) {
  const t = useTranslations("assessment.gait");
  const speed = plan.fields.find((field) => field.code === first);
  const groups = useMemo(
    () =>
      gaitGroups.map((group) => ({
        group,
        label: plan.groups.find((each) => each.group === group)?.label ?? group,
        fields: plan.fields.filter((field): field is NumberView => isOfGroup(field, group)),
      })),
    [plan],
  );
  return (
    <>
      {speed?.kind === "number" && (
        <div className="rounded-lg border bg-surface p-4 desk:max-w-md">
          <MeasuredField field={speed} />
        </div>
      )}
      <div className="border-t">
        {groups.map(({ group, label, fields }) =>
          live && !fields.some((field) => field.bounds[protocol]) ? null : (
            <GaitGroup
              key={group}
              group={group}
              fields={fields}
              label={label}
              lead={t(`leads.${group}`)}
              entered={countEntered(fields, values)}
            />
          ),
        )}
      </div>
    </>
  );
}

function isOfGroup(field: FieldView, group: Group): field is NumberView {
  return field.kind === "number" && field.group === group && field.code !== first;
}

export function countEntered(fields: readonly FieldView[], values: FormValues): number {
  return fields.flatMap(columnsOf).filter(({ column }) => values[column]?.trim()).length;
}
