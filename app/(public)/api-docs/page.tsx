import type { Metadata } from "next";
import { siteAddress } from "@/app/site-address";
import { Main } from "@/components/layout/main";
import { AnchorButton } from "@/components/ui/anchor-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { apiBase } from "@/lib/api/openapi";
import { keyHours } from "@/lib/data/idempotency";
import { environment } from "@/lib/env";
import { getLocale, getTranslations } from "@/lib/i18n/server";
import { CodeBlock } from "./code";
import { readDocument } from "./document";
import { ObjectFields } from "./object";
import { Operation } from "./operation";
import { Problems } from "./problems";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("api.docs");
  return { title: t("title"), description: t("description") };
}

/** Objects with every column of the dictionary, which are many. */
const like = ["NewMeasurements", "Row"];

export default async function ApiDocsPage() {
  const [t, locale, origin] = await Promise.all([getTranslations("api.docs"), getLocale(), siteAddress()]);
  const view = readDocument();
  const measured = { name: "Measurements", schema: Object.fromEntries(view.schemas).Measurements ?? {} };
  const { API_RATE_LIMIT, API_RATE_LIMIT_ANONYMOUS } = environment();
  return (
    <Main>
      <PageHeader
        title={t("title")}
        lead={t("lead", { base: `${origin}${apiBase}` })}
        actions={
          <>
            <AnchorButton variant="secondary" href="/settings/tokens">
              {t("tokens")}
            </AnchorButton>
            <AnchorButton variant="quiet" href={`${apiBase}/openapi.json`}>
              {t("document")}
            </AnchorButton>
          </>
        }
      />
      <Section id="authentication" title={t("start.title")} lead={t("start.text")}>
        <CodeBlock>{`curl '${origin}${apiBase}/athletes' \\\n  -H "Authorization: Bearer $MARCHA_TOKEN"`}</CodeBlock>
      </Section>
      <Section id="rules" title={t("rules.title")}>
        <ul className="grid max-w-prose list-disc gap-2 ps-5">
          <li>{t("rules.limits", { token: API_RATE_LIMIT, address: API_RATE_LIMIT_ANONYMOUS })}</li>
          <li>{t("rules.idempotency", { hours: keyHours })}</li>
          <li>{t("rules.etag")}</li>
          <li>{t("rules.missing")}</li>
        </ul>
      </Section>
      <Section id="operations" title={t("operations.title")} lead={locale === "en" ? undefined : t("language")}>
        <nav aria-label={t("operations.contents")}>
          <ul lang="en" className="grid gap-x-8 desk:grid-cols-2">
            {view.operations.map(({ operationId, summary }) => (
              <li key={operationId}>
                <a className="prose-link flex min-h-11 items-center" href={`#${operationId}`}>
                  {summary}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid min-w-0 gap-10">
          {view.operations.map((operation) => (
            <Operation key={operation.operationId} operation={operation} view={view} origin={origin} />
          ))}
        </div>
      </Section>
      <Section id="objects" title={t("schemas.title")}>
        <div>
          {view.schemas.map(([name, schema]) => (
            <ObjectFields key={name} name={name} schema={schema} like={like.includes(name) ? measured : undefined} />
          ))}
        </div>
      </Section>
      <Problems />
    </Main>
  );
}
