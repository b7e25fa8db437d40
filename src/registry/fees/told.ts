import * as z from "zod";
import { open, seal, type Key } from "../../platform/keys/seal.ts";

/** What a payer said of a transfer. */
const Told = z.object({ bank: z.string(), name: z.string(), at: z.string(), note: z.string() }).partial();
export type Told = z.output<typeof Told>;

function contextOf(paymentId: string): string {
  return `payments|told|${paymentId}`;
}

/** Seals what was said of a payment with the person's key at the institution. */
export function sealTold(key: Key, paymentId: string, told: Told): Buffer {
  return seal(key, JSON.stringify(told), contextOf(paymentId));
}

export function openTold(key: Key, paymentId: string, sealed: Uint8Array): Told {
  return Told.parse(JSON.parse(open(key, sealed, contextOf(paymentId)).toString("utf8")));
}
