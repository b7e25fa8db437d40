import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import * as z from "zod";

const Base64Url = z
  .string()
  .regex(/^[A-Za-z0-9_-]*$/)
  .max(20_000);

const Credential = z.object({
  id: Base64Url.max(1400),
  rawId: Base64Url.max(1400),
  type: z.literal("public-key"),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).optional(),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
});

const Registration = Credential.extend({
  response: z.object({
    clientDataJSON: Base64Url,
    attestationObject: Base64Url,
    transports: z.array(z.string().max(30)).max(10).optional(),
  }),
});

const Authentication = Credential.extend({
  response: z.object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: Base64Url.optional(),
  }),
});

/** A browser's answer to making a passkey, as JSON; undefined for anything else. */
export function readRegistration(text: string): RegistrationResponseJSON | undefined {
  return read(Registration, text) as RegistrationResponseJSON | undefined;
}

/** A browser's answer to signing in by a passkey, as JSON; undefined for anything else. */
export function readAuthentication(text: string): AuthenticationResponseJSON | undefined {
  return read(Authentication, text) as AuthenticationResponseJSON | undefined;
}

function read<S extends z.ZodType>(schema: S, text: string): z.output<S> | undefined {
  if (text.length > 100_000) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
