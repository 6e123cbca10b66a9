import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PatientEditForm } from "@/components/athlete/patient-edit-form";
import { Main } from "@/components/layout/main";
import { BackLink } from "@/components/ui/back-link";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { count } from "@/lib/data/assessments";
import { readAthlete } from "@/lib/data/athletes";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { AthleteMessages } from "../../athlete-messages";
import { correctPatient } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("athletes.patient");
  return { title: t("editTitle") };
}

export default async function EditPatientPage({ params }: PageProps<"/athletes/[id]/edit">) {
  const { id } = await params;
  const viewer = await requireViewer(`/athletes/${id}/edit`);
  const [athlete, recorded] = await Promise.all([readAthlete(viewer, id), count(viewer, id)]);
  if (!athlete?.mayAdminister) notFound();
  const [t, assess, sex, format] = await Promise.all([
    getTranslations("athletes.patient"),
    getTranslations("athletes.assess"),
    getTranslations("common.sex"),
    getRegionalFormatter(),
  ]);
  const [birthYear = "", birthMonth = "", birthDay = ""] = athlete.birthDate.split("-").map((part) => String(Number(part)));
  const stored = { name: athlete.name, identifier: athlete.identifier ?? "", birthYear, birthMonth, birthDay, sex: athlete.sex };
  const born = format.dateTime(new Date(athlete.birthDate), { dateStyle: "long", timeZone: "UTC" });
  return (
    <Main width="prose">
      <PageHeader
        title={t("editTitle")}
        lead={t("editLead")}
        kicker={athlete.name}
        back={<BackLink href={`/athletes/${id}`} label={assess("back", { name: athlete.name })} />}
      />
      <AthleteMessages>
        <PatientEditForm
          action={correctPatient.bind(null, id)}
          stored={stored}
          fixed={recorded > 0 ? { birthDate: born, sex: sex(athlete.sex) } : null}
        />
      </AthleteMessages>
    </Main>
  );
}
