import { Alert } from "@/components/ui/alert";
import { Link } from "@/components/ui/link";
import { readAccount } from "@/lib/data/account";
import type { Viewer } from "@/lib/data/viewer";
import { getTranslations } from "@/lib/i18n/server";
import { sendsMail } from "@/lib/mail";

/** Until a letter to their address was answered: that they may never get back in without it. */
export async function AddressLine({ viewer }: { viewer: Viewer }) {
  if (!sendsMail()) return null;
  const { verified, email } = await readAccount(viewer);
  if (verified) return null;
  const t = await getTranslations("account.manage.banner");
  return (
    <Alert tone="info" title={t("title")}>
      <p>{t("text", { email })}</p>
      <Link className="prose-link flex min-h-11 w-fit items-center" href="/settings/account#address">
        {t("open")}
      </Link>
    </Alert>
  );
}
