import type { Metadata } from "next";
import { z } from "zod";
import { UploadForm } from "@/components/import/upload-form";
import { Main } from "@/components/layout/main";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireViewer } from "@/lib/auth/viewer";
import { type ImportView, largestFile, listImports } from "@/lib/data/imports";
import { listTeams } from "@/lib/data/teams";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { begin, finish } from "./actions";
import { ImportMessages } from "./import-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("import");
  return { title: t("title") };
}

const parametersSchema = z.object({ team: z.guid().optional().catch(undefined) });

export default async function ImportPage({ searchParams }: PageProps<"/import">) {
  const viewer = await requireViewer("/import");
  const [t, teams, imports, parameters] = await Promise.all([
    getTranslations("import"),
    listTeams(viewer),
    listImports(viewer),
    searchParams,
  ]);
  const asked = parametersSchema.parse(parameters).team;
  const places = [...teams.map(({ id, name }) => ({ value: id, label: name })), { value: "", label: t("upload.own") }];
  const place = teams.find(({ id }) => id === asked)?.id ?? teams[0]?.id ?? "";
  return (
    <Main>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Section id="new" title={t("upload.title")}>
        <ImportMessages>
          <UploadForm owner={viewer.userId} places={places} place={place} mostBytes={largestFile} begin={begin} finish={finish} />
        </ImportMessages>
      </Section>
      <Section id="list" title={t("list.title")}>
        {imports.length > 0 ? <ImportTable imports={imports} /> : <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>}
      </Section>
      <Section id="names" title={t("template.title")} lead={t("template.text")}>
        <ul className="flex flex-wrap gap-x-6">
          {(["walk", "run"] as const).map((protocol) => (
            <li key={protocol}>
              <a className="prose-link flex min-h-11 items-center" href={`/import/template.csv?protocol=${protocol}`} download>
                {t(`template.${protocol}`)}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </Main>
  );
}

async function ImportTable({ imports }: { imports: readonly ImportView[] }) {
  const [t, format] = await Promise.all([getTranslations("import"), getRegionalFormatter()]);
  return (
    <DataTable
      caption={t("list.caption")}
      hideCaption
      columns={[
        { key: "file", label: t("list.file") },
        { key: "into", label: t("list.into") },
        { key: "when", label: t("list.when") },
        { key: "status", label: t("list.status"), wrap: true },
      ]}
      rows={imports.map(({ id, fileName, team, createdAt, status }) => ({
        id,
        cells: {
          file: (
            <Link className="prose-link flex min-h-11 items-center break-all" href={`/import/${id}`}>
              {fileName}
            </Link>
          ),
          into: team?.name ?? t("upload.own"),
          when: format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" }),
          status: t(`status.${status}`),
        },
      }))}
    />
  );
}
