import "server-only";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { findPasskey, keepChallenge, notePasskeyUse, passkeysOf, takeChallenge } from "@/lib/data/passkey-challenges";
import type { NewPasskey } from "@/lib/data/second-factors";
import type { Viewer } from "@/lib/data/viewer";
import { assertionSchema, attestationSchema, challengeOf, transportSchema } from "./passkey-schemas";

const name = "Marcha";
const hostOf = (site: string): string => new URL(site).hostname;

/** What the viewer's device is asked for a new key with. The device checks who holds it: such a key is two factors in one. */
export async function passkeyToAdd(viewer: Viewer, site: string): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await passkeysOf(viewer.userId);
  const options = await generateRegistrationOptions({
    rpName: name,
    rpID: hostOf(site),
    userName: viewer.email,
    userDisplayName: viewer.name,
    userID: new TextEncoder().encode(viewer.userId),
    attestationType: "none",
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports: transportSchema.parse(transports) })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await keepChallenge(options.challenge, viewer.userId);
  return options;
}

/** The key that the device made, where it answers what it was asked. */
export async function passkeyMade(viewer: Viewer, site: string, response: unknown): Promise<Omit<NewPasskey, "name"> | null> {
  const parsed = attestationSchema.safeParse(response);
  const challenge = parsed.success ? challengeOf(parsed.data.response.clientDataJSON) : null;
  if (!parsed.success || !challenge || !(await takeChallenge(challenge, viewer.userId))) return null;
  const verified = await verifyRegistrationResponse({
    response: parsed.data,
    expectedChallenge: challenge,
    expectedOrigin: site,
    expectedRPID: hostOf(site),
    requireUserVerification: true,
  }).catch(() => null);
  if (!verified?.verified) return null;
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  return { credentialId: id, publicKey: new Uint8Array(publicKey), counter, transports: parsed.data.response.transports ?? [] };
}

/** What a device is asked that is to say by its key whose it is. */
export async function passkeyToUse(site: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({ rpID: hostOf(site), userVerification: "required", allowCredentials: [] });
  await keepChallenge(options.challenge, null);
  return options;
}

/** Whose key answered, where it did so rightly. */
export async function passkeyUsed(
  site: string,
  response: unknown,
): Promise<{ userId: string; email: string; sessionVersion: number } | null> {
  const parsed = assertionSchema.safeParse(response);
  const challenge = parsed.success ? challengeOf(parsed.data.response.clientDataJSON) : null;
  if (!parsed.success || !challenge || !(await takeChallenge(challenge, null))) return null;
  const stored = await findPasskey(parsed.data.id);
  if (!stored) return null;
  const verified = await verifyAuthenticationResponse({
    response: parsed.data,
    expectedChallenge: challenge,
    expectedOrigin: site,
    expectedRPID: hostOf(site),
    requireUserVerification: true,
    credential: { id: stored.credentialId, publicKey: stored.publicKey, counter: stored.counter },
  }).catch(() => null);
  if (!verified?.verified) return null;
  await notePasskeyUse(stored.id, verified.authenticationInfo.newCounter);
  return { userId: stored.user.id, email: stored.user.email, sessionVersion: stored.user.sessionVersion };
}
