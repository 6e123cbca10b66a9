"use client";

import { useTranslations } from "next-intl";
import { RadioGroup, type RadioOption } from "../ui/radio-group";

type Props = {
  id: string;
  legend: string;
  hint?: string;
  error?: string;
  /** Nothing is chosen for the person. */
  chosen?: string;
  /** Beside the two that share. */
  more?: readonly RadioOption[];
};

/** What a team may do. */
export function ScopeChoice({ id, legend, hint, error, chosen, more = [] }: Props) {
  const t = useTranslations("sharing");
  return (
    <RadioGroup
      id={id}
      name="scope"
      legend={legend}
      hint={hint}
      error={error}
      required
      layout="list"
      defaultValue={chosen}
      options={[
        { value: "view", label: t("scope.view"), hint: t("scopeHint.view") },
        { value: "record", label: t("scope.record"), hint: t("scopeHint.record") },
        ...more,
      ]}
    />
  );
}
