import { setTimeout as sleep } from "node:timers/promises";
import { readKeyFile, writeKeyFile } from "../../platform/keys/key-files.ts";
import { indexKeysFrom, type IndexKeys, newIndexKey, slotOf } from "../../platform/keys/index-keys.ts";
import { carryIndexes, clearSlot, countHeld, countMissing } from "./carry-indexes.ts";
import { rewriteNames } from "./rewrite-names.ts";
import { noteKey, type KeyServices } from "./rotate.ts";
import { settle, SETTLE_MS } from "./settle.ts";

/**
 * Makes a new key of blind indexes and looks by it, while people register. First everybody writes under both keys and
 * looks by the old one; then every row gets the index under the new key beside the old one; then everybody looks by the
 * new one. Each step begins when the one before has reached every process, so that whoever writes at once always fills one
 * column that both hold unique. Gives how many rows were carried over. Throws where there are two keys already: whether
 * the new one is in use or the command was broken off before that, `retireIndexKey` ends the one that is not.
 */
export async function rotateIndexKey(services: KeyServices): Promise<number> {
  const { owner, folder, settleMs = SETTLE_MS } = services;
  const [present, other] = indexKeysOf(folder);
  if (other) throw new Error("There are two index keys already: retire ends the one that is not in use.");
  const next = newIndexKey(slotOf(present) === "a" ? "b" : "a");
  if ((await countHeld(owner, slotOf(next))) > 0) throw new Error("The column of the next index key is not empty.");
  writeKeyFile(folder, "index", [present.bytes, next.bytes]);
  await settle(owner, settleMs);
  const count = await carryAll(services, present, next);
  await rewriteNames(services, [present, next]);
  writeKeyFile(folder, "index", [next.bytes, present.bytes]);
  await noteKey(owner, "key.rotate", { key: "index" });
  await settle(owner, settleMs);
  return count;
}

/**
 * Destroys the index key that is not in use, once every row is found by the other one, and empties its column. Throws,
 * and changes nothing, while a row would be lost.
 */
export async function retireIndexKey(services: KeyServices): Promise<void> {
  const { owner, folder, settleMs = SETTLE_MS } = services;
  const [present, other] = indexKeysOf(folder);
  if (!other) throw new Error("There is no old index key.");
  await settle(owner, settleMs);
  const left = await countMissing(owner, slotOf(present));
  if (left > 0) throw new Error(`${left} rows are found by the other index key only.`);
  writeKeyFile(folder, "index", [present.bytes]);
  await noteKey(owner, "key.retire", { key: "index" });
  await settle(owner, settleMs);
  while ((await countHeld(owner, slotOf(other))) > 0) {
    await clearSlot(owner, slotOf(other));
    await sleep(100);
  }
  await rewriteNames(services, [present]);
}

async function carryAll(
  { owner }: Pick<KeyServices, "owner">,
  present: IndexKeys[0],
  next: IndexKeys[0],
): Promise<number> {
  let count = 0;
  for (;;) {
    count += await carryIndexes(owner, present, next);
    // A row that somebody held was passed over.
    if ((await countMissing(owner, slotOf(next))) === 0) return count;
    await sleep(100);
  }
}

/** The keys of blind indexes as they stand in the file now. */
export function indexKeysOf(folder: string): IndexKeys {
  return indexKeysFrom(readKeyFile(folder, "index"));
}
