import { z } from "zod";
import { isAddress } from "./tidy-headers";

const jsonSchema = z.looseObject({ callbackUrl: z.unknown().optional() });

/**
 * Whether every address that a request of the sign-in asks to be led to can be read, in its query or its body. next-auth fails on
 * others, and reads forms and JSON alone.
 */
export function asksForReadableAddresses(request: Request, body: string): boolean {
  const asked = [...new URL(request.url).searchParams.getAll("callbackUrl"), ...postedAddresses(request, body)];
  return asked.every((address) => typeof address === "string" && isAddress(address));
}

function postedAddresses({ method, headers }: Request, body: string): unknown[] {
  if (method !== "POST") return [];
  const type = headers.get("content-type");
  if (type?.includes("application/json")) {
    const posted = jsonSchema.safeParse(parsed(body));
    return posted.data?.callbackUrl === undefined ? [] : [posted.data.callbackUrl];
  }
  return type?.includes("application/x-www-form-urlencoded") ? new URLSearchParams(body).getAll("callbackUrl") : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
