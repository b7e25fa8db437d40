import * as z from "zod";
import { blindIndex, blindIndexes } from "../../platform/keys/blind-index.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open, seal, type Key } from "../../platform/keys/seal.ts";

const Member = z.object({
  number: z.string(),
  name: z.string(),
  birthDate: z.string().optional(),
  nik: z.string().optional(),
  email: z.string().optional(),
});
/** Somebody with a number of from before, as the institution knows them; the date as `1990-05-17`, where it has one. */
export type Member = z.output<typeof Member>;

/** By what a member is found; each under a key of its own and for one program alone, so that lists cannot be joined. */
export type MemberKey = "number" | "nik" | "email";

/** Seals a member with the institution's key. */
export function sealMember(key: Key, memberId: string, { number, name, birthDate, nik, email }: Member): Buffer {
  return seal(key, JSON.stringify({ number, name, birthDate, nik, email }), memberContext(memberId));
}

/** Opens what `sealMember` made. */
export function openMember(key: Key, memberId: string, sealed: Uint8Array): Member {
  return Member.parse(JSON.parse(open(key, sealed, memberContext(memberId)).toString("utf8")));
}

/** By what a member is looked for; the value must be normalised. */
export function memberIndex(keyring: Keyring, programId: string, kind: MemberKey, value: string): Buffer {
  return blindIndex(keyring, memberPurpose(kind, programId), kind === "email" ? value.toLowerCase() : value);
}

/** The columns of all indexes of a member as they are written. */
export function memberIndexes(keyring: Keyring, programId: string, { number, nik, email }: Member) {
  const of = (kind: MemberKey, value: string | undefined) =>
    value === undefined
      ? { blind_index: null, blind_index_b: null }
      : blindIndexes(keyring, memberPurpose(kind, programId), kind === "email" ? value.toLowerCase() : value);
  const [byNumber, byNik, byEmail] = [of("number", number), of("nik", nik), of("email", email)];
  return {
    number_index: byNumber.blind_index,
    number_index_b: byNumber.blind_index_b,
    nik_index: byNik.blind_index,
    nik_index_b: byNik.blind_index_b,
    email_index: byEmail.blind_index,
    email_index_b: byEmail.blind_index_b,
  };
}

/** Context under which a member is sealed. */
export function memberContext(memberId: string): string {
  return `members|person|${memberId}`;
}

function memberPurpose(kind: MemberKey, programId: string): string {
  return `member ${kind} ${programId}`;
}
