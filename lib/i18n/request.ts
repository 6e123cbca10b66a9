import { getRequestConfig } from "next-intl/server";
import { getLocale, getMessages } from "./server";

/** What next-intl hands to client components. */
export default getRequestConfig(async () => ({ locale: await getLocale(), messages: await getMessages(), timeZone: "UTC" }));
