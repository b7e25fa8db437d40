import { slotOf } from "../../platform/keys/index-keys.ts";
import type { Keys } from "../../platform/keys/keyring.ts";
import { countHeld } from "./carry-indexes.ts";
import { indexKeysOf } from "./rotate-index.ts";
import { keysOfInstitution } from "./rotate-institution.ts";
import { keysOf, type KeyServices } from "./rotate.ts";
import { countSealed } from "./reseal.ts";
import { usesOf } from "./uses.ts";

/** One key: its id in hexadecimal, whether it is the one that seals, and how many values it seals or finds. */
export interface StandingKey {
  readonly key: string;
  readonly id: string;
  readonly inUse: boolean;
  readonly values: number;
}

/** Every key that values in the database need. */
export async function standOfKeys(services: KeyServices): Promise<StandingKey[]> {
  const standing: StandingKey[] = [];
  const add = async (key: string, name: keyof typeof usesOf, keys: Keys, institutionId?: string) => {
    for (const [at, one] of keys.entries()) {
      let values = 0;
      for (const use of usesOf[name]) values += await countSealed(services.owner, use, one, institutionId);
      standing.push({ key, id: one.id.toString("hex"), inUse: at === 0, values });
    }
  };
  await add("platform", "platform", keysOf(services.folder, "platform"));
  await add("pepper", "pepper", keysOf(services.folder, "pepper"));
  for (const [at, key] of indexKeysOf(services.folder).entries()) {
    const values = await countHeld(services.owner, slotOf(key));
    standing.push({ key: "index", id: key.id.toString("hex"), inUse: at === 0, values });
  }
  const institutions = await services.owner.selectFrom("institutions").select("slug").orderBy("slug").execute();
  for (const { slug } of institutions) {
    const { id, keys } = await keysOfInstitution(services, slug);
    await add(`institution ${slug}`, "institution", keys, id);
  }
  return standing;
}
