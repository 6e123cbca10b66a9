const home = "/dashboard";
const base = "http://this.invalid";

/** Where to go after signing in: a path of this site, never another's. Anything else becomes the dashboard. */
export function safeCallbackUrl(wanted: unknown): string {
  if (typeof wanted !== "string" || !/^\/(?![/\\])/.test(wanted) || !URL.canParse(wanted, base)) return home;
  // The parser drops tabs and turns backslashes into slashes, so what it understood is what is returned.
  const { origin, pathname, search, hash } = new URL(wanted, base);
  return origin === base && !pathname.startsWith("//") ? `${pathname}${search}${hash}` : home;
}

/** What search engines are told of a page that may be asked where to go on: where somebody is to come back to is for nobody to find. */
export async function foundBare(searchParams: Promise<object>): Promise<{ index: boolean }> {
  return { index: Object.keys(await searchParams).length === 0 };
}
