import type { Metadata } from "next";
import { Main } from "@/components/layout/main";
import { Alert } from "@/components/ui/alert";
import { AnchorButton } from "@/components/ui/anchor-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireViewer } from "@/lib/auth/viewer";
import type { ExportScope } from "@/lib/data/export";
import { listTeams } from "@/lib/data/teams";
import { getTranslations } from "@/lib/i18n/server";
import { scopeText } from "./scope";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("export");
  return { title: t("title") };
}

export default async function ExportPage() {
  const viewer = await requireViewer("/export");
  const [t, teams] = await Promise.all([getTranslations("export"), listTeams(viewer)]);
  return (
    <Main width="prose">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Section id="own" title={t("own.title")} lead={t("own.text")}>
        <Download scope={{ kind: "own" }} label={t("csv")} />
      </Section>
      {teams.map(({ id, name }) => (
        <Section key={id} id={`team-${id}`} title={name} lead={t("team.text")}>
          <div className="grid gap-4">
            <Download scope={{ kind: "team", id }} label={t("csv")} />
            <div className="grid gap-2">
              <p className="max-w-prose text-muted">{t("training.text")}</p>
              <div className="flex flex-wrap gap-2">
                {(["walk", "run"] as const).map((protocol) => (
                  <Download key={protocol} scope={{ kind: "team", id }} protocol={protocol} label={t(`training.${protocol}`)} />
                ))}
              </div>
            </div>
          </div>
        </Section>
      ))}
      <Alert tone="caution" title={t("care.title")}>
        <p>{t("care.text")}</p>
      </Alert>
    </Main>
  );
}

function Download({ scope, protocol, label }: { scope: ExportScope; protocol?: "walk" | "run"; label: string }) {
  const of = encodeURIComponent(scopeText(scope));
  const href = protocol ? `/export/training.csv?of=${of}&protocol=${protocol}` : `/export/assessments.csv?of=${of}`;
  return (
    <AnchorButton variant="secondary" className="w-fit" href={href} download>
      {label}
    </AnchorButton>
  );
}
