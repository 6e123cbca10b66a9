"use client";

import { useTranslations } from "next-intl";
import type { Option } from "@/lib/measurements/choices";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { useForm } from "./form-context";

export type ChoiceProps = { name: string; label: string; options: readonly Option[]; hint?: string };

/** A condition that may stay unstated. */
export function Choice({ name, label, options, hint }: ChoiceProps) {
  const t = useTranslations("assessment");
  const { initial, errors } = useForm();
  return (
    <Field id={name} label={label} hint={hint} error={errors[name]}>
      {(control) => <Select {...control} name={name} options={options} placeholder={t("unstated")} defaultValue={initial[name] ?? ""} />}
    </Field>
  );
}
