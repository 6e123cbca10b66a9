import { getTranslations } from "@/lib/i18n/server";
import { AnchorButton } from "../ui/anchor-button";

/** The way in: an account for who has none, their own pages for who is signed in. */
export async function StartButton({ signedIn }: { signedIn: boolean }) {
  const t = await getTranslations("common.nav");
  return (
    <AnchorButton href={signedIn ? "/dashboard" : "/sign-up"} size="large">
      {t(signedIn ? "home" : "signUp")}
    </AnchorButton>
  );
}
