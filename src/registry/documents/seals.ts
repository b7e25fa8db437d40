import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { open, seal, type Key } from "../../platform/keys/seal.ts";
import { accountKey, personKey } from "../accounts/keys.ts";

/** Whose a document is, as its row says. */
export type DocumentOwner = { readonly account_id: string; readonly institution_id: string | null };

/** What `documents` seals with: the person's key at the institution, or the account's for its photo. */
export function documentKey(db: Kysely<DB>, keyring: Keyring, owner: DocumentOwner): Promise<Key> {
  const { account_id: accountId, institution_id: institutionId } = owner;
  return institutionId === null
    ? accountKey(db, keyring, accountId)
    : personKey(db, keyring, { accountId, institutionId });
}

export function sealName(key: Key, documentId: string, name: string): Buffer {
  return seal(key, name, `documents|name|${documentId}`);
}

/** The file name as it was sent, made fit to show. */
export function openName(key: Key, row: { readonly id: string; readonly name_sealed: Uint8Array }): string {
  return open(key, row.name_sealed, `documents|name|${row.id}`).toString("utf8");
}

export function sealOriginal(key: Key, documentId: string, bytes: Uint8Array): Buffer {
  return seal(key, bytes, `documents|original|${documentId}`);
}

export function openOriginal(key: Key, documentId: string, sealed: Uint8Array): Buffer {
  return open(key, sealed, `documents|original|${documentId}`);
}

export function sealPage(key: Key, documentId: string, page: number, bytes: Uint8Array): Buffer {
  return seal(key, bytes, `document_pages|${page}|${documentId}`);
}

export function openPage(key: Key, documentId: string, page: number, sealed: Uint8Array): Buffer {
  return open(key, sealed, `document_pages|${page}|${documentId}`);
}
