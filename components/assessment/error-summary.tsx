"use client";

import { useTranslations } from "next-intl";
import { Alert } from "../ui/alert";
import type { FormProblem } from "./types";

export function ErrorSummary({ problems, open }: { problems: readonly FormProblem[]; open: (field: string) => void }) {
  const t = useTranslations("assessment");
  return (
    <Alert tone="error" title={t("problems", { count: problems.length })} live>
      <p className="text-sm">{t("problemsKept")}</p>
      <ul className="grid gap-1">
        {problems.map(({ field, label, text }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              className="prose-link text-danger"
              onClick={(event) => {
                event.preventDefault();
                open(field);
              }}
            >
              {label}
            </a>
            : {text}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
