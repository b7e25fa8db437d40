import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hash } from "@node-rs/argon2";
import { v7 as uuidv7 } from "uuid";
import { insert, type Rows } from "../../bench/insert.ts";
import { newKey, seal } from "../../src/platform/keys/seal.ts";
import { type Keyring, readKeyring } from "../../src/platform/keys/keyring.ts";
import { institutionKey, newAccountKey, personContext } from "../../src/registry/accounts/keys.ts";
import { nameContext } from "../../src/registry/accounts/account.query.ts";
import { sealHash } from "../../src/registry/accounts/sealed-hash.ts";
import { ensureInstitution } from "../../src/registry/programs/publish.ts";
import { testDatabase, type TestDatabase } from "../database.ts";

export const password = "kucing zq terbang di atas";
export const institution = "instansi-contoh";

/** A cost that lets a test hash thousands of times; what is proved here is the key over the hash. */
export const cheap = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** A database, a folder of key files, and as many processes with keys of their own as a test asks for. */
export interface KeyWorld {
  readonly database: TestDatabase;
  readonly folder: string;
  readonly institutionId: string;
  /** The keys as another process has read them: nothing is kept that this one opened. */
  process(): Keyring;
  /** Makes people who can log in and have a key at the institution; gives their account ids. */
  people(count: number): Promise<string[]>;
  close(): Promise<void>;
}

/** Makes a `KeyWorld`; close it in `afterAll`. */
export async function keyWorld(): Promise<KeyWorld> {
  const database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), "daftar-keys-"));
  const keyring = readKeyring(folder, { create: true });
  const owner = database.owner.kysely;
  const name = { id: "Instansi contoh", en: "Example institution" };
  const institutionId = await ensureInstitution(owner, keyring, { slug: institution, name });
  const plain = await hash(password, cheap);
  return {
    database,
    folder,
    institutionId,
    process: () => readKeyring(folder, { create: false }),
    async people(count) {
      const wrapping = await institutionKey(owner, keyring, institutionId);
      const ids: string[] = [];
      while (ids.length < count) {
        const rows: Rows = { accounts: [], former_passwords: [], person_keys: [] };
        for (let made = 0; made < 1_000 && ids.length < count; made++) {
          const id = uuidv7();
          ids.push(id);
          const account = newAccountKey(keyring, id);
          const person = { accountId: id, institutionId };
          rows["accounts"]?.push({
            id,
            status: "active",
            name_sealed: seal(account.key, "Siti Contoh", nameContext(id)),
            key_wrapped: account.wrapped,
            password_hash: sealHash(keyring.pepper, plain),
          });
          rows["former_passwords"]?.push({
            account_id: id,
            replaced_at: new Date().toISOString(),
            password_hash: sealHash(keyring.pepper, plain),
          });
          rows["person_keys"]?.push({
            account_id: id,
            institution_id: institutionId,
            key_wrapped: seal(wrapping, newKey().bytes, personContext(person)),
          });
        }
        await insert(database.owner.sql, rows);
      }
      return ids;
    },
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}
