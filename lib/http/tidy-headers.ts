const host = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
const callbackCookie = /^(?:__Secure-)?next-auth\.callback-url$/;

/**
 * What a proxy or a browser may have said of where the request goes, as the sign-in can read it: of a list the first, and nothing
 * where that is no address. It fails on anything else.
 */
export function tidyHeaders(headers: Headers): void {
  keepFirst(headers, "x-forwarded-host", (value) => host.test(value) && URL.canParse(`http://${value}`));
  keepFirst(headers, "x-forwarded-proto", (value) => value === "http" || value === "https");
  const cookies = headers.get("cookie");
  if (cookies === null) return;
  const kept = cookies.split(/; */).filter((cookie) => !isBrokenCallback(cookie));
  if (kept.length > 0) headers.set("cookie", kept.join("; "));
  else headers.delete("cookie");
}

function keepFirst(headers: Headers, name: string, isRight: (value: string) => boolean): void {
  const [first] = headers.get(name)?.split(",") ?? [];
  if (first === undefined) return;
  if (isRight(first.trim())) headers.set(name, first.trim());
  else headers.delete(name);
}

function isBrokenCallback(cookie: string): boolean {
  const [name = "", ...value] = cookie.split("=");
  return callbackCookie.test(name.trim()) && !isAddress(decoded(value.join("=")));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** A path of this site or a whole address, as a sign-in may lead back to. */
export function isAddress(text: string): boolean {
  return /^\/(?!\/)/.test(text) || /^https?:$/.test(URL.parse(text)?.protocol ?? "");
}
