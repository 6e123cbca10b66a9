const mark = "unavailable-";

/** Under which a page knows that it failed because the database could not be reached. */
export const unavailableDigest = (requestId = ""): string => `${mark}${requestId.slice(0, 8)}`;

/** Whether an error that came from the server says so. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" && error.digest.startsWith(mark);
}
