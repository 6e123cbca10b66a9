import type { PersonWords } from "@/components/account/person-fields";
import { getLocale, getMessages } from "@/lib/i18n/server";

/** The words of what every person states once. */
export async function personWords(): Promise<PersonWords> {
  const [locale, { account, common }] = await Promise.all([getLocale(), getMessages()]);
  return { locale, birth: account.birth, sex: account.sex, sexes: common.sex, consent: account.consent };
}
