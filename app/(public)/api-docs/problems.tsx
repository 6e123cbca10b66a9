import { DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import { problems } from "@/lib/api/problem";
import { getTranslations } from "@/lib/i18n/server";
import { Code } from "./code";

/** Each kind of problem under the anchor to which its `type` leads. */
export async function Problems() {
  const t = await getTranslations("api.docs.errors");
  return (
    <Section id="errors" title={t("title")} lead={t("text")}>
      <DataTable
        caption={t("caption")}
        hideCaption
        dense
        columns={[
          { key: "kind", label: t("kind") },
          { key: "status", label: t("status") },
          { key: "meaning", label: t("meaning"), wrap: true },
        ]}
        rows={Object.entries(problems).map(([kind, { status, title }]) => ({
          id: kind,
          cells: { kind: <Code id={kind}>{kind}</Code>, status: String(status), meaning: <span lang="en">{title}</span> },
        }))}
      />
    </Section>
  );
}
