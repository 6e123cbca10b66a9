import { z } from "zod";
import { isAddress } from "./tidy-headers";

const jsonSchema = z.looseObject({ callbackUrl: z.unknown().optional() });

/** Whether every address that a request of the sign-in asks to be led to can be read, in its query or body. next-auth fails on others. */
export async function asksForReadableAddresses(request: Request): Promise<boolean> {
  const asked = [...new URL(request.url).searchParams.getAll("callbackUrl"), ...(await postedAddresses(request.clone()))];
  return asked.every((address) => typeof address === "string" && isAddress(address));
}

async function postedAddresses(request: Request): Promise<unknown[]> {
  if (request.method !== "POST") return [];
  if (request.headers.get("content-type")?.includes("application/json")) {
    const posted = jsonSchema.safeParse(await request.json().catch(() => null));
    return posted.data?.callbackUrl === undefined ? [] : [posted.data.callbackUrl];
  }
  const form = await request.formData().catch(() => null);
  return form?.getAll("callbackUrl") ?? [];
}
