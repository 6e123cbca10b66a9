import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { emailSchema } from "@/lib/data/users";
import { serverSecret } from "@/lib/env";
import { askedByHttps, hostCookieName, hostCookieTerms } from "@/lib/http/host-cookie";

// Who signed in with this browser before is not locked out by what strangers try with their address: its failures are counted by
// themselves (OWASP, "Slow down online guessing attacks with device cookies").

const days = 180;
const maxAge = days * 24 * 60 * 60;
/** A desk where many sign in keeps the last of them. */
const mostPeople = 20;

const knownSchema = z.object({ known: z.array(z.object({ person: z.string(), device: z.string() })) });
type Known = z.infer<typeof knownSchema>["known"];

// Apart from the key of the sessions, so that neither stands in for the other.
const sealed = () => ({ secret: serverSecret(), salt: "known-device" });

/** Under what the failures of this browser with this address are counted; null where nobody signed in here with it. */
export async function knownDevice(typed: unknown): Promise<string | null> {
  const email = emailSchema.safeParse(typed);
  if (!email.success) return null;
  const person = personOf(email.data);
  return (await readKnown()).find((each) => each.person === person)?.device ?? null;
}

/** Somebody showed here that the address is theirs. In an action or a route handler only. */
export async function rememberDevice(email: string): Promise<void> {
  const [person, known, jar, secure] = [personOf(email), await readKnown(), await cookies(), await askedByHttps()];
  const device = known.find((each) => each.person === person)?.device ?? randomBytes(16).toString("base64url");
  const newest = [{ person, device }, ...known.filter((each) => each.person !== person)].slice(0, mostPeople);
  const value = await encode({ token: { known: newest }, maxAge, ...sealed() });
  jar.set(cookieName(secure), value, { ...hostCookieTerms(secure), maxAge });
}

async function readKnown(): Promise<Known> {
  const [jar, secure] = [await cookies(), await askedByHttps()];
  const token = await decode({ token: jar.get(cookieName(secure))?.value, ...sealed() }).catch(() => null);
  return knownSchema.safeParse(token).data?.known ?? [];
}

const cookieName = (secure: boolean): string => hostCookieName("known-device", secure);

/** The cookie names nobody, even to who can open it. */
function personOf(email: string): string {
  return createHmac("sha256", serverSecret()).update(`known device ${email}`).digest("base64url").slice(0, 22);
}
