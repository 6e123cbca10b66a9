import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { entryValues } from "@/app/(signed-in)/assessments/new/entry-values";
import { FormMessages } from "@/app/(signed-in)/assessments/new/form-messages";
import { formPlan } from "@/app/(signed-in)/assessments/new/form-plan";
import { personInWords } from "@/app/(signed-in)/assessments/new/person";
import { AssessmentForm } from "@/components/assessment/assessment-form";
import { Main } from "@/components/layout/main";
import { BackLink } from "@/components/ui/back-link";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { readForEdit } from "@/lib/data/assessments";
import { getLocale, getTranslations } from "@/lib/i18n/server";
import { localeSchema } from "@/lib/measurements/vocabulary";
import { correctAssessment } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assessment.edit");
  return { title: t("title") };
}

export default async function EditAssessmentPage({ params }: PageProps<"/assessments/[id]/edit">) {
  const { id } = await params;
  const path = `/assessments/${id}/edit`;
  const viewer = await requireViewer(path);
  const [t, tag, assessment] = await Promise.all([getTranslations("assessment.edit"), getLocale(), readForEdit(viewer, id)]);
  if (!assessment) notFound();
  const initial = entryValues(assessment, { preferences: viewer.units, locale: localeSchema.parse(tag) });
  const person = await personInWords(assessment.athlete, initial.measuredAt?.slice(0, 10) ?? "");
  return (
    <Main>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        kicker={assessment.own ? undefined : assessment.athlete.name}
        back={<BackLink href={`/assessments/${id}`} label={t("back")} />}
      />
      <FormMessages>
        <AssessmentForm
          kind="edit"
          plan={await formPlan({ preferences: viewer.units, person })}
          initial={initial}
          owner={viewer.userId}
          draftOwner={`${viewer.userId}:${id}:${assessment.revision}`}
          action={correctAssessment.bind(null, id)}
          signInHref={`/sign-in?callbackUrl=${encodeURIComponent(path)}`}
          laterHref={assessment.own ? undefined : `/athletes/${assessment.athlete.id}`}
        />
      </FormMessages>
    </Main>
  );
}
