import * as z from "zod";
import { open, seal, type Key } from "../../platform/keys/seal.ts";
import type { Member } from "./member.ts";

const Stated = z.object({
  number: z.string(),
  birthDate: z.string(),
  second: z.object({ kind: z.enum(["nik", "email"]), value: z.string() }),
});
/** What somebody states of a number of before: whose it is by two further facts. All normalised, the date as `1990-05-17`. */
export type Stated = z.output<typeof Stated>;

/**
 * Whether all that was stated agrees with what the institution knows. Where it has no birth date the code to the address on
 * file, or the secretariat, has to do without.
 */
export function agrees(stated: Stated, member: Member): boolean {
  const { kind, value } = stated.second;
  return (
    stated.number === member.number &&
    (member.birthDate === undefined || stated.birthDate === member.birthDate) &&
    value.toLowerCase() === member[kind]?.toLowerCase()
  );
}

/** Seals what was stated with the key of the person at the institution. */
export function sealStated(key: Key, proofId: string, stated: Stated): Buffer {
  return seal(key, JSON.stringify(stated), context(proofId));
}

/** Opens what `sealStated` made. */
export function openStated(key: Key, proofId: string, sealed: Uint8Array): Stated {
  return Stated.parse(JSON.parse(open(key, sealed, context(proofId)).toString("utf8")));
}

function context(proofId: string): string {
  return `number_proofs|stated|${proofId}`;
}
