import { z } from "zod";

const base64url = z
  .string()
  .min(1)
  .max(16_384)
  .regex(/^[A-Za-z0-9_-]+$/);
const attachment = z.enum(["cross-platform", "platform"]).optional();
const extensions = z.object({});

const transport = z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]);

/** How a key may be reached, as far as this version knows. */
export const transportSchema = z.array(z.unknown()).transform((all) => all.flatMap((each) => transport.safeParse(each).data ?? []));

/** What a browser answers with a new key (WebAuthn level 3, RegistrationResponseJSON). */
export const attestationSchema = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  authenticatorAttachment: attachment,
  clientExtensionResults: extensions,
  response: z.object({ clientDataJSON: base64url, attestationObject: base64url, transports: transportSchema.optional() }),
});

/** What a browser answers with a key it has (WebAuthn level 3, AuthenticationResponseJSON). */
export const assertionSchema = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  authenticatorAttachment: attachment,
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});

const clientDataSchema = z.object({ challenge: base64url });

/** The challenge that an answer is to, before anything of it is believed. */
export function challengeOf(clientDataJSON: string): string | null {
  try {
    const parsed = clientDataSchema.safeParse(JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8")));
    return parsed.success ? parsed.data.challenge : null;
  } catch {
    return null;
  }
}
