import { sql } from "kysely";
import { newKey, seal, type Key } from "../../platform/keys/seal.ts";
import { unwrapKey, type Keys } from "../../platform/keys/keyring.ts";
import { institutionContext } from "../accounts/keys.ts";
import { countUses, noteKey, resealAll, type KeyServices } from "./rotate.ts";
import { settle, SETTLE_MS } from "./settle.ts";

/**
 * Gives an institution a new key and seals with it what the old one sealed, in the same steps as `rotateFileKey`; the
 * keys lie in the institution's row, wrapped by the platform key. Throws when there is no such institution.
 */
export async function rotateInstitutionKey(services: KeyServices, slug: string): Promise<number> {
  const { owner, keyring, settleMs = SETTLE_MS } = services;
  const { id, keys } = await keysOfInstitution(services, slug);
  if (keys.length === 1) {
    const next = seal(keyring.platform[0], newKey().bytes, institutionContext(id));
    await owner.updateTable("institutions").set({ former_key_wrapped: next }).where("id", "=", id).execute();
    await settle(owner, settleMs);
    await owner.transaction().execute(async (trx) => {
      await trx
        .updateTable("institutions")
        .set((eb) => ({
          key_wrapped: eb.ref("former_key_wrapped").$notNull(),
          former_key_wrapped: eb.ref("key_wrapped"),
          key_changed_at: sql`app_now()`,
        }))
        .where("id", "=", id)
        .execute();
      await noteKey(trx, "key.rotate", { key: "institution", institution: slug });
    });
    await settle(owner, settleMs);
  }
  const now = await keysOfInstitution(services, slug);
  return resealAll(services, "institution", now.keys, id);
}

/** Destroys an institution's former key, once nothing is sealed with it. Throws, and changes nothing, while something is. */
export async function retireInstitutionKey(services: KeyServices, slug: string): Promise<void> {
  const { owner, settleMs = SETTLE_MS } = services;
  const { id, keys } = await keysOfInstitution(services, slug);
  if (keys.length === 1) throw new Error(`${slug} has no old key.`);
  await settle(owner, settleMs);
  const left = await countUses(owner, "institution", keys, id);
  if (left > 0)
    throw new Error(`${left} values are still sealed with the old key of ${slug}: rotate goes on with them.`);
  await owner.transaction().execute(async (trx) => {
    await trx.updateTable("institutions").set({ former_key_wrapped: null }).where("id", "=", id).execute();
    await noteKey(trx, "key.retire", { key: "institution", institution: slug });
  });
}

/** The keys of an institution: the one that seals, and a former one when there is one. */
export async function keysOfInstitution(
  { owner, keyring }: KeyServices,
  slug: string,
): Promise<{ id: string; keys: Keys }> {
  const row = await owner
    .selectFrom("institutions")
    .select(["id", "key_wrapped", "former_key_wrapped"])
    .where("slug", "=", slug)
    .executeTakeFirst();
  if (!row) throw new Error(`There is no institution ${slug}.`);
  const unwrap = (wrapped: Uint8Array): Key => unwrapKey(keyring, wrapped, institutionContext(row.id));
  const former = row.former_key_wrapped ? [unwrap(row.former_key_wrapped)] : [];
  return { id: row.id, keys: [unwrap(row.key_wrapped), ...former] };
}
