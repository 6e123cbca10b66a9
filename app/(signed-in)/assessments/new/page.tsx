import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AssessmentForm } from "@/components/assessment/assessment-form";
import { Main } from "@/components/layout/main";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { readOwnAthlete } from "@/lib/data/athletes";
import { getTranslations } from "@/lib/i18n/server";
import { recordAssessment } from "./actions";
import { FormMessages } from "./form-messages";
import { formPlan } from "./form-plan";
import { personInWords } from "./person";

const path = "/assessments/new";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assessment.new");
  return { title: t("title") };
}

export default async function NewAssessmentPage() {
  const viewer = await requireViewer(path);
  const [t, athlete] = await Promise.all([getTranslations("assessment.new"), readOwnAthlete(viewer)]);
  if (!athlete) redirect("/welcome");
  const person = await personInWords(athlete, new Date().toISOString().slice(0, 10));
  return (
    <Main>
      <PageHeader title={t("title")} lead={t("lead")} />
      <FormMessages>
        <AssessmentForm
          kind="new"
          plan={await formPlan({ preferences: viewer.units, person })}
          initial={{ protocol: "walk", submissionId: randomUUID(), timeZone: "UTC" }}
          owner={viewer.userId}
          draftOwner={viewer.userId}
          waiting={{ athleteId: null, form: path }}
          action={recordAssessment}
          signInHref={`/sign-in?callbackUrl=${encodeURIComponent(path)}`}
        />
      </FormMessages>
    </Main>
  );
}
