import type { Metadata } from "next";
import { z } from "zod";
import { Main } from "@/components/layout/main";
import { Alert } from "@/components/ui/alert";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { hasPassword } from "@/lib/auth/confirm";
import { requireHolder } from "@/lib/auth/viewer";
import { getTranslations } from "@/lib/i18n/server";
import { takeConsentBack } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personal");
  return { title: t("title") };
}

const parametersSchema = z.object({ problem: z.enum(["wrong", "signInAgain"]).optional().catch(undefined) });

/** What a person may do with their own data: take it, move it, close it, end it. */
export default async function DataPage({ searchParams }: PageProps<"/settings/data">) {
  const holder = await requireHolder("/settings/data");
  const [t, { problem }, password] = [
    await getTranslations("personal"),
    parametersSchema.parse(await searchParams),
    await hasPassword(holder),
  ];
  return (
    <Main width="prose">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        back={holder.withdrawn ? undefined : <BackLink href="/settings" label={t("back")} />}
      />
      <Section id="download" title={t("download.title")} lead={t("download.text")}>
        {problem && (
          <Alert tone="error">
            <p>{problem === "signInAgain" ? t("confirm.signInAgain") : t(password ? "confirm.wrongPassword" : "confirm.wrongEmail")}</p>
          </Alert>
        )}
        {/* A file is answered with, not a page: the browser sends this form itself. */}
        <form method="post" action="/settings/data/download" className="grid gap-4">
          <Field id="confirm" label={t(password ? "confirm.password" : "confirm.email")} hint={t("confirm.hint")} className="sm:max-w-80">
            {(control) => (
              <Input
                {...control}
                name="confirm"
                type={password ? "password" : "email"}
                autoComplete={password ? "current-password" : "off"}
                required
              />
            )}
          </Field>
          <Button type="submit" variant="secondary" className="w-fit">
            {t("download.action")}
          </Button>
        </form>
      </Section>
      {!holder.withdrawn && (
        <>
          <Section id="move" title={t("move.title")} lead={t("move.text")}>
            <div className="flex flex-wrap gap-2">
              <LinkButton variant="secondary" href="/import">
                {t("move.import")}
              </LinkButton>
              <LinkButton variant="secondary" href="/export">
                {t("move.export")}
              </LinkButton>
            </div>
          </Section>
          <Section id="seen" title={t("seen.title")} lead={t("seen.text")}>
            <LinkButton variant="secondary" className="w-fit" href="/sharing#activity">
              {t("seen.action")}
            </LinkButton>
          </Section>
          <Section id="withdraw" title={t("withdraw.title")} lead={t("withdraw.text")}>
            <div>
              <ConfirmDialog
                trigger={t("withdraw.action")}
                title={t("withdraw.confirmTitle")}
                description={t("withdraw.confirmText")}
                action={takeConsentBack}
                confirmLabel={t("withdraw.action")}
                cancelLabel={t("withdraw.keep")}
              />
            </div>
          </Section>
        </>
      )}
      <Section id="erase" title={t("erase.title")} lead={t("erase.text")}>
        <LinkButton variant="secondary" className="w-fit" href="/settings/data/erase">
          {t("erase.open")}
        </LinkButton>
      </Section>
    </Main>
  );
}
