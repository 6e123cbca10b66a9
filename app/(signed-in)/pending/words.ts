import type { PendingWords } from "@/components/offline/types";
import { getTranslations } from "@/lib/i18n/server";

export async function pendingWords(): Promise<PendingWords> {
  const t = await getTranslations("offline.pending");
  return {
    title: t("title"),
    text: t("text"),
    walk: t("walk"),
    run: t("run"),
    sending: t("sending"),
    retry: t("retry"),
    signedOut: t("signedOut"),
    signIn: t("signIn"),
    refused: t("refused"),
    open: t("open"),
    failed: t("failed"),
    notPermitted: t("notPermitted"),
    sent: t("sent"),
    result: t("result"),
  };
}
