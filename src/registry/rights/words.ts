import { open, seal, type Key } from "../../platform/keys/seal.ts";
import type { RightsWords } from "./kinds.ts";

/** Seals what a person asked in words; `key` is theirs at the institution. */
export function sealWords(key: Key, requestId: string, words: RightsWords): Buffer {
  return seal(key, JSON.stringify(words), `rights_requests|words|${requestId}`);
}

/** What a person asked in words, or undefined. */
export function openWords(key: Key, requestId: string, sealed: Uint8Array | null): RightsWords | undefined {
  if (sealed === null) return undefined;
  return JSON.parse(open(key, sealed, `rights_requests|words|${requestId}`).toString("utf8")) as RightsWords;
}

/** Seals what the officer tells the person; `key` is theirs at the institution. */
export function sealRightsNote(key: Key, requestId: string, note: string): Buffer {
  return seal(key, note, `rights_requests|note|${requestId}`);
}

/** Seals why an officer took a proposed refusal back; `key` is the person's at the institution. */
export function sealTakenBack(key: Key, requestId: string, why: string): Buffer {
  return seal(key, why, `rights_requests|taken_back|${requestId}`);
}

/** Why an officer took a proposed refusal back, or undefined. */
export function openTakenBack(key: Key, requestId: string, sealed: Uint8Array | null): string | undefined {
  return sealed ? open(key, sealed, `rights_requests|taken_back|${requestId}`).toString("utf8") : undefined;
}

/** What the officer tells the person, or undefined. */
export function openRightsNote(key: Key, requestId: string, sealed: Uint8Array | null): string | undefined {
  return sealed ? open(key, sealed, `rights_requests|note|${requestId}`).toString("utf8") : undefined;
}
