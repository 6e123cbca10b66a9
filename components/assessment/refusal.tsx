"use client";

import { useTranslations } from "next-intl";
import { Alert } from "../ui/alert";
import { Link } from "../ui/link";
import type { AssessmentFormState } from "./types";

/** Why nothing was stored, where it was not the values: said beside the button that was pressed. */
export function Refusal({ status, signInHref }: { status: AssessmentFormState["status"]; signInHref: string }) {
  const t = useTranslations("assessment.refusal");
  if (status === "idle" || status === "refused") return null;
  return (
    <Alert tone="error" title={t(`${status}.title`)} live>
      <p>{t(`${status}.text`)}</p>
      {status === "signedOut" && (
        <Link href={signInHref} className="prose-link w-fit">
          {t("signIn")}
        </Link>
      )}
    </Alert>
  );
}
