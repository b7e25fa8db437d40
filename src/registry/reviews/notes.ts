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

/** The verdict that a note belongs to; it opens under no other. */
export interface NotedVerdict {
  readonly applicationId: string;
  readonly round: number;
  readonly kind: "field" | "document";
  readonly id: string;
}

/** Seals the words on one marked answer or document. */
export function sealVerdictNote(key: Key, verdict: NotedVerdict, text: string): Buffer {
  return seal(key, text, verdictContext(verdict));
}

/** The words on one marked answer or document, or undefined. */
export function openVerdictNote(key: Key, verdict: NotedVerdict, sealed: Uint8Array | null): string | undefined {
  return sealed ? open(key, sealed, verdictContext(verdict)).toString("utf8") : undefined;
}

function verdictContext({ applicationId, round, kind, id }: NotedVerdict): string {
  return `application_verdicts|note|${applicationId}|${round}|${kind}|${id}`;
}
