const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const word = /^[a-z0-9][a-z0-9.-]{0,39}$/;
/** The segment after these is a secret or somebody's. */
const secretAfter = new Set(["reset", "verify", "invitations", "offers"]);

/** A request's path as a log may keep it: no query, and in place of each id, token or unknown text a mark. */
export function maskedPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  if (path.startsWith("/_next/static/")) return "/_next/static";
  const segments = path.split("/").slice(0, 12);
  return segments
    .map((segment, index) => {
      if (segment === "") return "";
      if (uuid.test(segment)) return ":id";
      return secretAfter.has(segments[index - 1] ?? "") || !word.test(segment) ? ":value" : segment;
    })
    .join("/");
}
