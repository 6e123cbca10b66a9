import type { Metadata } from "next";
import { z } from "zod";
import { Main } from "@/components/layout/main";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireHolder } from "@/lib/auth/viewer";
import { verificationStands } from "@/lib/data/account-links";
import { getTranslations } from "@/lib/i18n/server";
import { Told } from "../../told";
import { confirmAddress } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.verify");
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

const parametersSchema = z.object({ outcome: z.enum(["done", "taken"]).optional().catch(undefined) });

export default async function VerifyPage({ params, searchParams }: PageProps<"/verify/[token]">) {
  const [{ token }, { outcome }] = [await params, parametersSchema.parse(await searchParams)];
  const t = await getTranslations("account.verify");
  if (outcome === "done") return <Told title={t("done")} text={t("doneText")} href="/dashboard" label={t("on")} />;
  if (outcome === "taken") return <Told title={t("taken")} text={t("takenText")} href="/settings/account" label={t("settings")} />;
  if (!(await verificationStands(await requireHolder(`/verify/${token}`), token)))
    return <Told title={t("gone")} text={t("goneText")} href="/settings/account" label={t("settings")} />;
  return (
    <Main width="form">
      <PageHeader title={t("title")} lead={t("lead")} />
      <form action={confirmAddress}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton size="large" wide>
          {t("action")}
        </SubmitButton>
      </form>
    </Main>
  );
}
