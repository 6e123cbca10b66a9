import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { FormMessages } from "@/app/(signed-in)/assessments/new/form-messages";
import { formPlan } from "@/app/(signed-in)/assessments/new/form-plan";
import { personInWords } from "@/app/(signed-in)/assessments/new/person";
import { AssessmentForm } from "@/components/assessment/assessment-form";
import { Main } from "@/components/layout/main";
import { BackLink } from "@/components/ui/back-link";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { readAthlete } from "@/lib/data/athletes";
import { getTranslations } from "@/lib/i18n/server";
import { today } from "../../answers";
import { recordFor } from "./actions";
import { draftOwner } from "./draft-owner";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assessment.new");
  return { title: t("title") };
}

export default async function AssessPage({ params }: PageProps<"/athletes/[id]/assess">) {
  const { id } = await params;
  const path = `/athletes/${id}/assess`;
  const viewer = await requireViewer(path);
  const [t, athlete] = await Promise.all([getTranslations("athletes.assess"), readAthlete(viewer, id)]);
  if (athlete?.own) redirect("/assessments/new");
  if (!athlete?.mayRecord) notFound();
  const { name } = athlete;
  const person = await personInWords(athlete, today());
  return (
    <Main>
      <PageHeader
        title={t("title", { name })}
        lead={t(athlete.hasSignIn ? "lead" : "leadPatient", { name })}
        back={<BackLink href={`/athletes/${id}`} label={t("back", { name })} />}
      />
      <FormMessages>
        <AssessmentForm
          key={id}
          kind="new"
          plan={await formPlan({ preferences: viewer.units, person })}
          initial={{ protocol: "walk", submissionId: randomUUID(), timeZone: "UTC" }}
          owner={viewer.userId}
          draftOwner={draftOwner(viewer.userId, id)}
          waiting={{ athleteId: id, form: path }}
          action={recordFor.bind(null, id)}
          signInHref={`/sign-in?callbackUrl=${encodeURIComponent(path)}`}
          laterHref={`/athletes/${id}`}
        />
      </FormMessages>
    </Main>
  );
}
