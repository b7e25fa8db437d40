import { open, seal, type Key } from "../../platform/keys/seal.ts";

/** Longest note of a reviewer, in characters. */
export const longestNote = 1000;

/** Seals the words that go with a decision; `key` is the person's at the institution. */
export function sealEventNote(key: Key, eventId: string, text: string): Buffer {
  return seal(key, text, `application_events|note|${eventId}`);
}

/** The words that went with a decision, or undefined. */
export function openEventNote(key: Key, eventId: string, sealed: Uint8Array | null): string | undefined {
  return sealed ? open(key, sealed, `application_events|note|${eventId}`).toString("utf8") : undefined;
}

/** Seals the words on one marked answer or document. */
export function sealVerdictNote(key: Key, applicationId: string, text: string): Buffer {
  return seal(key, text, `application_verdicts|note|${applicationId}`);
}

/** The words on one marked answer or document, or undefined. */
export function openVerdictNote(key: Key, applicationId: string, sealed: Uint8Array | null): string | undefined {
  return sealed ? open(key, sealed, `application_verdicts|note|${applicationId}`).toString("utf8") : undefined;
}
