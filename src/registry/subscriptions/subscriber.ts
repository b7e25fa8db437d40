import * as z from "zod";
import { blindIndex, blindIndexes } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open, seal, type Key } from "../../platform/keys/seal.ts";

const Subscriber = z.object({ name: z.string(), email: z.string() });
/** Who a subscription is for: all that it knows of a person. */
export type Subscriber = z.output<typeof Subscriber>;

/** Seals a subscriber with the institution's key. */
export function sealSubscriber(key: Key, subscriptionId: string, { name, email }: Subscriber): Buffer {
  return seal(key, JSON.stringify({ name, email }), subscriberContext(subscriptionId));
}

/** Opens what `sealSubscriber` made. */
export function openSubscriber(key: Key, subscriptionId: string, sealed: Uint8Array): Subscriber {
  return Subscriber.parse(JSON.parse(open(key, sealed, subscriberContext(subscriptionId)).toString("utf8")));
}

/** By what an address is found again in one program; in another it has another index, so that lists cannot be joined. */
export function subscriberIndex(keyring: Keyring, programId: string, email: string): Buffer {
  return blindIndex(keyring, indexPurpose(programId), email.toLowerCase());
}

/** The index of an address in a program as it is written. */
export function subscriberIndexes(keyring: Keyring, programId: string, email: string): ReturnType<typeof blindIndexes> {
  return blindIndexes(keyring, indexPurpose(programId), email.toLowerCase());
}

/** What an index of a program's subscribers is for; see `blindIndex`. */
export function indexPurpose(programId: string): string {
  return `subscription ${programId}`;
}

/** Context under which a subscriber is sealed. */
export function subscriberContext(subscriptionId: string): string {
  return `subscriptions|person|${subscriptionId}`;
}
