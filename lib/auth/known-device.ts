import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { emailSchema } from "@/lib/data/users";
import { environment } from "@/lib/env";
import { reachedByHttps } from "@/lib/http/https";

// Who signed in with this browser before is not locked out by what strangers try with their address: its failures are counted by
// themselves (OWASP, "Slow down online guessing attacks with device cookies").

const days = 180;
const maxAge = days * 24 * 60 * 60;
/** A desk where many sign in keeps the last of them. */
const mostPeople = 20;

const knownSchema = z.object({ known: z.array(z.object({ person: z.string(), device: z.string() })) });
type Known = z.infer<typeof knownSchema>["known"];

const secret = (): string => environment().NEXTAUTH_SECRET ?? "marcha in development";
// Apart from the key of the sessions, so that neither stands in for the other.
const sealed = () => ({ secret: secret(), salt: "known-device" });

/** Under what the failures of this browser with this address are counted; null where nobody signed in here with it. */
export async function knownDevice(typed: unknown): Promise<string | null> {
  const email = emailSchema.safeParse(typed);
  if (!email.success) return null;
  const person = personOf(email.data);
  return (await readKnown()).find((each) => each.person === person)?.device ?? null;
}

/** Somebody showed here that the address is theirs. In an action or a route handler only. */
export async function rememberDevice(email: string): Promise<void> {
  const [person, known, jar, { name, secure }] = [personOf(email), await readKnown(), await cookies(), await cookie()];
  const device = known.find((each) => each.person === person)?.device ?? randomBytes(16).toString("base64url");
  const newest = [{ person, device }, ...known.filter((each) => each.person !== person)].slice(0, mostPeople);
  const value = await encode({ token: { known: newest }, maxAge, ...sealed() });
  jar.set(name, value, { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge });
}

async function readKnown(): Promise<Known> {
  const [jar, { name }] = [await cookies(), await cookie()];
  const token = await decode({ token: jar.get(name)?.value, ...sealed() }).catch(() => null);
  return knownSchema.safeParse(token).data?.known ?? [];
}

async function cookie(): Promise<{ name: string; secure: boolean }> {
  const request = await headers();
  const secure = reachedByHttps((name) => request.get(name));
  return { name: `${secure ? "__Host-" : ""}known-device`, secure };
}

/** The cookie names nobody, even to who can open it. */
function personOf(email: string): string {
  return createHmac("sha256", secret()).update(`known device ${email}`).digest("base64url").slice(0, 22);
}
