import { getTranslations } from "@/lib/i18n/server";
import { LinkButton } from "../ui/link-button";

/** The way in: an account for who has none, their own pages for who is signed in. */
export async function StartButton({ signedIn }: { signedIn: boolean }) {
  const t = await getTranslations("common.nav");
  return (
    <LinkButton href={signedIn ? "/dashboard" : "/sign-up"} size="large">
      {t(signedIn ? "home" : "signUp")}
    </LinkButton>
  );
}
