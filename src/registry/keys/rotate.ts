import { setTimeout as sleep } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { readKeyFile, writeKeyFile } from "../../platform/keys/key-files.ts";
import type { Keyring, Keys } from "../../platform/keys/keyring.ts";
import { keyFrom, newKey } from "../../platform/keys/seal.ts";
import { recordAudit } from "../audit/record.ts";
import { countOthers, reseal } from "./reseal.ts";
import { settle, SETTLE_MS } from "./settle.ts";
import { usesOf } from "./uses.ts";

export interface KeyServices {
  readonly owner: Kysely<DB>;
  readonly keyring: Keyring;
  /** Where the key files lie. */
  readonly folder: string;
  /** How long a change is given to reach every process, in milliseconds. */
  readonly settleMs?: number;
}

/** Keys that lie in a file and seal values in the database. */
export type FileKey = "platform" | "pepper";

/**
 * Makes a new key and seals with it all that the old one sealed, while the service runs. First every process learns the
 * new key, only then does it seal. Broken off at any point, it goes on when it is called again. The old key stays until
 * `retireFileKey`. Gives how many values were sealed anew.
 */
export async function rotateFileKey(services: KeyServices, name: FileKey): Promise<number> {
  const { owner, folder, settleMs = SETTLE_MS } = services;
  const [present, other] = readKeyFile(folder, name);
  if (!other) {
    const next = newKey().bytes;
    writeKeyFile(folder, name, [present, next]);
    await settle(owner, settleMs);
    writeKeyFile(folder, name, [next, present]);
    await noteKey(owner, "key.rotate", { key: name });
    await settle(owner, settleMs);
  }
  return resealAll(services, name, keysOf(folder, name));
}

/** Destroys every key of a file but the first, once nothing is sealed with them. Throws, and changes nothing, while something is. */
export async function retireFileKey(services: KeyServices, name: FileKey): Promise<void> {
  const { owner, folder, settleMs = SETTLE_MS } = services;
  const keys = keysOf(folder, name);
  if (keys.length === 1) throw new Error(`There is no old ${name} key.`);
  await settle(owner, settleMs);
  const left = await countUses(owner, name, keys);
  if (left > 0) throw new Error(`${left} values are still sealed with the old ${name} key: rotate goes on with them.`);
  writeKeyFile(folder, name, [keys[0].bytes]);
  await noteKey(owner, "key.retire", { key: name });
}

/** How many values are sealed with another key than the first. */
export async function countUses(
  db: Kysely<DB>,
  name: keyof typeof usesOf,
  keys: Keys,
  institutionId?: string,
): Promise<number> {
  let count = 0;
  for (const use of usesOf[name]) count += await countOthers(db, use, keys[0], institutionId);
  return count;
}

/** Seals anew until nothing is left, with rows that somebody held in later rounds. */
export async function resealAll(
  { owner }: Pick<KeyServices, "owner">,
  name: keyof typeof usesOf,
  keys: Keys,
  institutionId?: string,
): Promise<number> {
  let done = 0;
  for (;;) {
    for (const use of usesOf[name]) done += await reseal(owner, use, keys, institutionId);
    if ((await countUses(owner, name, keys, institutionId)) === 0) return done;
    await sleep(200);
  }
}

/** The keys of a file as they stand there now. */
export function keysOf(folder: string, name: FileKey): Keys {
  const [first, ...more] = readKeyFile(folder, name);
  return [keyFrom(first), ...more.map(keyFrom)];
}

/** Keeps in the record that a key changed; what it is stands nowhere. */
export function noteKey(
  db: Kysely<DB>,
  action: "key.rotate" | "key.retire",
  data: { readonly key: string; readonly institution?: string },
): Promise<void> {
  return recordAudit(db, {
    actorId: null,
    actorKind: "system",
    action,
    subjectKind: "key",
    subjectId: null,
    data: { ...data },
  });
}
