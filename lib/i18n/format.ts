import { createFormatter } from "next-intl";
import { getLocale } from "next-intl/server";
import { regionOf } from "./region";

/** next-intl's formatter for this request, in the language's region. */
export async function getRegionalFormatter() {
  return createFormatter({ locale: regionOf(await getLocale()), timeZone: "UTC" });
}
