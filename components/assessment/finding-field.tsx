"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { FieldError } from "../ui/messages";
import { columnOf, sides } from "./columns";
import { useForm } from "./form-context";
import { Segments } from "./segments";
import type { FindingView } from "./types";

/** A clinical test by side: not tested until somebody says otherwise. */
export const FindingField = memo(function FindingField({ field }: { field: FindingView }) {
  const t = useTranslations("assessment");
  const { initial, errors } = useForm();
  const options = [
    { value: "", label: t("tests.notTested"), short: "–" },
    { value: "absent", label: t("tests.absent") },
    { value: "present", label: t("tests.present") },
  ];
  return (
    <div className="grid gap-x-6 gap-y-2 border-b py-3 last:border-b-0 desk:grid-cols-[minmax(0,1fr)_13rem_13rem]">
      <div>
        <p className="font-medium">{field.label}</p>
        <p id={`${field.code}-hint`} className="text-muted text-sm">
          {field.meaning}
        </p>
      </div>
      {sides.map((side) => {
        const column = columnOf(field.code, side);
        const error = errors[column];
        return (
          <div key={side} className="grid grid-cols-[5rem_minmax(0,1fr)] items-center gap-y-1 desk:grid-cols-1 desk:content-start">
            <span aria-hidden="true" className="text-muted text-sm">
              {t(`side.${side}`)}
            </span>
            <Segments
              id={column}
              name={column}
              legend={`${field.label}, ${t(`side.${side}`)}`}
              options={options}
              chosen={initial[column] ?? ""}
              describedBy={error ? `${column}-error ${field.code}-hint` : `${field.code}-hint`}
            />
            {error && (
              <div className="col-span-full">
                <FieldError id={column}>{error}</FieldError>
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
});
