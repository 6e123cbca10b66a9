import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { z } from "zod";
import { Moving } from "@/components/import/moving";
import { Main } from "@/components/layout/main";
import { Alert } from "@/components/ui/alert";
import { BackLink } from "@/components/ui/back-link";
import { ConfirmDialog } from "@/components/ui/dialog";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { type ImportDetail, readImport } from "@/lib/data/imports";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { cancel, forget } from "./actions";
import { ColumnsStep } from "./steps/columns";
import { EndStep } from "./steps/end";
import { PreviewStep } from "./steps/preview";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("import");
  return { title: t("title") };
}

const parametersSchema = z.object({
  step: z.literal("columns").optional().catch(undefined),
  after: z.coerce.number().int().nonnegative().catch(0),
});

export default async function ImportDetailPage({ params, searchParams }: PageProps<"/import/[id]">) {
  const { id } = await params;
  const viewer = await requireViewer(`/import/${id}`);
  const found = await readImport(viewer, id);
  if (!found) notFound();
  const [t, { step, after }] = [await getTranslations("import"), parametersSchema.parse(await searchParams)];
  const ended = ["done", "cancelled", "failed"].includes(found.status);
  return (
    <Main>
      <PageHeader
        title={await titleOf(found, step)}
        kicker={t("detail.kicker", { file: found.fileName, into: found.team?.name ?? t("upload.own") })}
        back={<BackLink href="/import" label={t("detail.back")} />}
        actions={
          ended ? (
            <ConfirmDialog
              trigger={t("detail.forget")}
              triggerVariant="quiet"
              title={t("detail.forgetTitle")}
              description={t("detail.forgetText")}
              action={forget}
              fields={{ import: id }}
              confirmLabel={t("detail.forget")}
              cancelLabel={t("detail.keep")}
            />
          ) : (
            <ConfirmDialog
              trigger={t("detail.cancel")}
              triggerVariant="quiet"
              title={t("detail.cancelTitle")}
              description={t("detail.cancelText")}
              action={cancel}
              fields={{ import: id }}
              confirmLabel={t("detail.cancel")}
              cancelLabel={t("detail.keep")}
            />
          )
        }
      />
      {await stepOf(viewer, found, step, after)}
    </Main>
  );
}

async function titleOf(found: ImportDetail, step: "columns" | undefined): Promise<string> {
  const t = await getTranslations("import");
  switch (found.status) {
    case "uploading":
      return t("uploading.title");
    case "uploaded":
      return found.kind === "fit" ? t("rules.title") : t("columns.title");
    case "checking":
      return t("check.checking");
    case "checked":
      return step === "columns" ? t("columns.title") : t("preview.title", { count: found.added });
    case "running":
      return t("run.title");
    default:
      return t(`end.${found.status}`, { count: found.added });
  }
}

async function stepOf(
  viewer: Parameters<typeof readImport>[0],
  found: ImportDetail,
  step: "columns" | undefined,
  after: number,
): Promise<ReactNode> {
  const [t, format] = [await getTranslations("import"), await getRegionalFormatter()];
  switch (found.status) {
    case "uploading":
      return (
        <Alert tone="caution">
          <p>{t("uploading.text")}</p>
        </Alert>
      );
    case "uploaded":
      return <ColumnsStep viewer={viewer} found={found} />;
    case "checking":
      return (
        <Moving title={t("check.checking")} progress={t("check.progress", { done: format.number(found.done) })} share={null}>
          <p className="text-muted text-sm">{t("check.away")}</p>
        </Moving>
      );
    case "checked":
      return step === "columns" ? (
        <ColumnsStep viewer={viewer} found={found} />
      ) : (
        <PreviewStep viewer={viewer} found={found} after={after} />
      );
    case "running": {
      const total = found.total ?? 0;
      return (
        <Moving
          title={t("run.title")}
          progress={t("run.progress", { done: format.number(found.done), total: format.number(total) })}
          share={total === 0 ? null : found.done / total}
        >
          <p className="text-muted text-sm">{t("run.away")}</p>
        </Moving>
      );
    }
    default:
      return <EndStep viewer={viewer} found={found} after={after} />;
  }
}
