import { DataTable } from "@/components/ui/data-table";
import { SubmitButton } from "@/components/ui/submit-button";
import type { TokenEntry } from "@/lib/data/api-tokens";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { endToken } from "./actions";

export async function TokenList({ tokens }: { tokens: readonly TokenEntry[] }) {
  const [t, format] = await Promise.all([getTranslations("api.tokens.list"), getRegionalFormatter()]);
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium", timeZone: "UTC" });
  const state = (token: TokenEntry) => (token.state === "revoked" ? t("revoked") : t(token.state, { date: day(token.expiresAt) }));
  return (
    <DataTable
      caption={t("caption")}
      hideCaption
      columns={[
        { key: "name", label: t("name"), wrap: true },
        { key: "may", label: t("may") },
        { key: "state", label: t("state") },
        { key: "used", label: t("used"), wrap: true },
        { key: "actions", label: t("actions"), hideLabel: true, align: "end" },
      ]}
      rows={tokens.map((token) => ({
        id: token.id,
        cells: {
          name: <span className="wrap-anywhere">{token.name}</span>,
          may: token.scopes.map((scope) => t(`scope.${scope}`)).join(", "),
          state: state(token),
          used: token.lastUsedAt ? t("usedOn", { date: day(token.lastUsedAt) }) : t("never"),
          actions: token.state === "works" && (
            <form action={endToken}>
              <input type="hidden" name="token" value={token.id} />
              <SubmitButton variant="quiet" size="small" aria-label={t("revokeOf", { name: token.name })}>
                {t("revoke")}
              </SubmitButton>
            </form>
          ),
        },
      }))}
    />
  );
}
