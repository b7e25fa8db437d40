import { createHmac, randomInt } from "node:crypto";
import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import * as z from "zod";
import type { Keyring } from "../../platform/keys/keyring.ts";

/** How hard the work is, by what the network did lately: a moment, a few seconds, long enough to be no business. */
export type Effort = "light" | "raised" | "heavy";

/**
 * How many keys a browser must derive at most, one after the other; at least half of them. A thousand take a computer
 * a third of a second and a cheap telephone some two, while its owner types.
 */
const most = { light: 1_000, raised: 4_000, heavy: 16_000 } as const satisfies Record<Effort, number>;

/** Rounds of PBKDF2 for each key: the server derives one of them to set the work. */
const COST = 3_000;

/** Longer than any proof; what is longer is not read. */
const LONGEST = 2_000;

/**
 * Work for a browser to do in place of the question with this ticket: JSON for the script, signed and bound to the ticket,
 * so that whichever is answered first uses up both. Dies with the ticket, at `until` (milliseconds).
 */
export async function setWork(keyring: Keyring, ticket: string, until: number, effort: Effort): Promise<string> {
  const challenge = await createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: COST,
    counter: randomInt(most[effort] / 2, most[effort]),
    deriveKey,
    data: { ticket },
    expiresAt: Math.ceil(until / 1000),
    ...secrets(keyring),
  });
  return JSON.stringify(challenge);
}

/** Whether the proof answers work that we set for this ticket. Says nothing of whether the ticket was used. */
export async function provesWork(keyring: Keyring, ticket: string, proof: string): Promise<boolean> {
  if (proof === "" || proof.length > LONGEST) return false;
  const read = Proof.safeParse(parsed(proof));
  if (!read.success || read.data.challenge.parameters.data.ticket !== ticket) return false;
  try {
    const { verified } = await verifySolution({ ...read.data, deriveKey, ...secrets(keyring) });
    return verified;
  } catch {
    // What is signed by us never fails to be read; this is somebody's own writing.
    return false;
  }
}

const Hex = z.string().regex(/^[0-9a-f]+$/);

// Cost and length are what we set: work that somebody wrote themselves must not cost the server either.
const Proof = z.object({
  challenge: z.object({
    parameters: z.strictObject({
      algorithm: z.literal("PBKDF2/SHA-256"),
      cost: z.literal(COST),
      data: z.strictObject({ ticket: z.string() }),
      expiresAt: z.number(),
      keyLength: z.literal(32),
      keyPrefix: Hex,
      keySignature: Hex,
      nonce: Hex,
      salt: Hex,
    }),
    signature: Hex,
  }),
  solution: z.object({ counter: z.number(), derivedKey: Hex }),
});

function parsed(proof: string): unknown {
  try {
    return JSON.parse(proof);
  } catch {
    return undefined;
  }
}

/** Keys of their own for the work and for its answer. */
function secrets(keyring: Keyring) {
  const derive = (purpose: string) => createHmac("sha256", keyring.signing).update(`work|${purpose}`).digest("hex");
  return { hmacSignatureSecret: derive("challenge"), hmacKeySignatureSecret: derive("answer") };
}
