import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { MergeForm } from "@/components/athlete/merge-form";
import { Main } from "@/components/layout/main";
import { Alert } from "@/components/ui/alert";
import { BackLink } from "@/components/ui/back-link";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { listMergeable, readAthlete } from "@/lib/data/athletes";
import { listMerges } from "@/lib/data/merges";
import { getTranslations } from "@/lib/i18n/server";
import { AthleteMessages } from "../../athlete-messages";
import { MergesSection } from "../sections/merges";
import { mergeAnother } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("athletes.person.actions");
  return { title: t("merge") };
}

const parametersSchema = z.object({
  refused: z.enum(["not_permitted", "already_undone", "merged_further"]).optional().catch(undefined),
});

export default async function MergePage({ params, searchParams }: PageProps<"/athletes/[id]/merge">) {
  const { id } = await params;
  const viewer = await requireViewer(`/athletes/${id}/merge`);
  const [t, athlete, choices, merges, parameters] = await Promise.all([
    getTranslations("athletes.merge"),
    readAthlete(viewer, id),
    listMergeable(viewer, id),
    listMerges(viewer, id),
    searchParams,
  ]);
  if (!athlete?.mayAdminister) notFound();
  const { name } = athlete;
  const { refused } = parametersSchema.parse(parameters);
  return (
    <Main width="prose">
      <PageHeader title={t("title", { name })} lead={t("lead")} back={<BackLink href={`/athletes/${id}`} label={t("back", { name })} />} />
      {refused && <Alert tone="error">{t(`undoProblems.${refused}`)}</Alert>}
      {choices.length > 0 ? (
        <AthleteMessages>
          <MergeForm
            action={mergeAnother.bind(null, id)}
            name={name}
            options={choices.map((choice) => ({
              value: choice.id,
              label: choice.name,
              hint: choice.identifier
                ? t("option", { identifier: choice.identifier, assessments: choice.assessments })
                : t("optionBare", { assessments: choice.assessments }),
            }))}
          />
        </AthleteMessages>
      ) : (
        <p>{t("none")}</p>
      )}
      <MergesSection merges={merges} athleteId={id} />
    </Main>
  );
}
