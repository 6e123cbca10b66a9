import type { Metadata } from "next";
import { Main } from "@/components/layout/main";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { processingTextVersion } from "@/lib/auth/consent";
import { getTranslations } from "@/lib/i18n/server";
import { prose } from "../rich";
import { Cookies } from "./cookies";
import { Kept } from "./kept";
import { Operator } from "./operator";
import { Rights } from "./rights";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("privacy.meta");
  return { title: t("title"), description: t("description") };
}

export default async function PrivacyPage() {
  const t = await getTranslations("privacy");
  const told = (id: "basis" | "access" | "where" | "duration" | "device") => (
    <Section id={id} title={t(`${id}.title`)}>
      <div className="grid gap-3">{t.rich(`${id}.text`, prose)}</div>
    </Section>
  );
  return (
    <Main width="prose">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Kept />
      {told("basis")}
      {told("access")}
      <Operator />
      {told("where")}
      {told("duration")}
      <Rights />
      <Cookies />
      {told("device")}
      <p className="border-t pt-4 text-muted text-sm">{t("version", { version: processingTextVersion })}</p>
    </Main>
  );
}
