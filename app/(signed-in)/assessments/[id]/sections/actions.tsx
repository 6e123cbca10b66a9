import { PrintButton } from "@/components/result/print-button";
import { AnchorButton } from "@/components/ui/anchor-button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { AssessmentDetail } from "@/lib/data/assessments";
import { getTranslations } from "@/lib/i18n/server";
import { standing } from "@/lib/inference";
import { askAgain, deleteAssessment } from "../actions";

export async function ResultActions({ detail }: { detail: AssessmentDetail }) {
  const [t, report, common] = await Promise.all([getTranslations("result.actions"), getTranslations("report"), getTranslations("common")]);
  const answered = new Set(detail.predictions.map(({ model, version }) => `${model}@${version}`));
  const { able } = await standing(detail.protocol, detail.modelColumns);
  const fresh = able.some((card) => !answered.has(`${card.name}@${card.version}`));
  return (
    <>
      {detail.mayWrite && fresh && (
        <form action={askAgain} title={t("againHint")}>
          <input type="hidden" name="id" value={detail.id} />
          <SubmitButton variant="secondary">{t("again")}</SubmitButton>
        </form>
      )}
      <AnchorButton variant="secondary" href={`/assessments/${detail.id}/report.pdf`} target="_blank">
        {report("action")}
      </AnchorButton>
      <PrintButton label={t("print")} />
      {detail.mayWrite && (
        <>
          <LinkButton variant="secondary" href={`/assessments/${detail.id}/edit`}>
            {t("edit")}
          </LinkButton>
          <ConfirmDialog
            trigger={t("delete")}
            triggerVariant="quiet"
            title={t("deleteTitle")}
            description={t("deleteText")}
            action={deleteAssessment}
            fields={detail.own ? { id: detail.id } : { id: detail.id, athlete: detail.athlete.id }}
            confirmLabel={t("deleteConfirm")}
            cancelLabel={common("cancel")}
          />
        </>
      )}
    </>
  );
}
