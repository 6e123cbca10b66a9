import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { Main } from "@/components/layout/main";
import { TokenForm } from "@/components/tokens/token-form";
import { BackLink } from "@/components/ui/back-link";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireViewer } from "@/lib/auth/viewer";
import { listTokens, longestTokenName, tokenDays, tokenScopes } from "@/lib/data/api-tokens";
import { getMessages, getTranslations } from "@/lib/i18n/server";
import { makeToken } from "./actions";
import { TokenList } from "./list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("api.tokens");
  return { title: t("title") };
}

export default async function TokensPage() {
  const viewer = await requireViewer("/settings/tokens");
  const [t, { api }, tokens] = await Promise.all([getTranslations("api.tokens"), getMessages(), listTokens(viewer)]);
  return (
    <Main>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        back={<BackLink href="/settings" label={t("back")} />}
        actions={
          <LinkButton variant="secondary" href="/api-docs">
            {t("docs")}
          </LinkButton>
        }
      />
      <Section id="new" title={t("form.title")}>
        <NextIntlClientProvider messages={{ api: { tokens: api.tokens } }}>
          <TokenForm action={makeToken} scopes={tokenScopes} days={tokenDays} longestName={longestTokenName} />
        </NextIntlClientProvider>
      </Section>
      <Section id="tokens" title={t("list.title")} lead={tokens.length > 0 ? t("list.lead") : undefined}>
        {tokens.length > 0 ? <TokenList tokens={tokens} /> : <p className="text-muted">{t("list.empty")}</p>}
      </Section>
    </Main>
  );
}
