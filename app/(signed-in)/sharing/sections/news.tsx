import { getTranslations } from "next-intl/server";
import { Arrival } from "@/components/sharing/arrival";
import { Alert } from "@/components/ui/alert";

/** What the last press did, in one line. */
export async function News({ ended, shared, declined }: { ended?: string; shared?: string; declined: boolean }) {
  const t = await getTranslations("sharing.news");
  const text = ended ? t("ended", { team: ended }) : shared ? t("shared", { team: shared }) : declined ? t("declined") : null;
  return (
    text && (
      <Arrival key={text}>
        <Alert tone="info">
          <p>{text}</p>
        </Alert>
      </Arrival>
    )
  );
}
