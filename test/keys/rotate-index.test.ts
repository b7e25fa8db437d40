import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readKeyFile } from "../../src/platform/keys/key-files.ts";
import type { Keyring } from "../../src/platform/keys/keyring.ts";
import { findAccountByEmail } from "../../src/registry/accounts/account.query.ts";
import { newAccountKey } from "../../src/registry/accounts/keys.ts";
import { addEmail, isTaken } from "../../src/registry/identifiers/identifier.ts";
import { indexUses } from "../../src/registry/keys/carry-indexes.ts";
import { retireIndexKey, rotateIndexKey } from "../../src/registry/keys/rotate-index.ts";
import { keyWorld, type KeyWorld } from "./world.ts";

/** Two batches and a bit. */
const PEOPLE = 1_200;

let world: KeyWorld;
let people: string[];
beforeAll(async () => {
  world = await keyWorld();
  people = await world.people(PEOPLE);
  const keyring = world.process();
  for (const [at, id] of people.entries()) await give(keyring, id, `orang.${at}@contoh.example`);
}, 240_000);
afterAll(() => world.close());

/** Gives an account an address; false when somebody has it already. */
async function give(keyring: Keyring, accountId: string, email: string): Promise<boolean> {
  const { key } = newAccountKey(keyring, accountId);
  try {
    await addEmail(world.database.owner.kysely, keyring, { accountId, key, email, verified: true });
    return true;
  } catch (error) {
    if (!isTaken(error)) throw error;
    return false;
  }
}

/** Settles as fast as a process reads its key files again; at once where nobody writes meanwhile. */
function services(settleMs = 1_200) {
  return { owner: world.database.owner.kysely, keyring: world.process(), folder: world.folder, settleMs };
}

/** Two processes that give and look addresses up, both the same ones, until they are told to stop. */
function keepRegistering() {
  const told = new AbortController();
  const wrong: string[] = [];
  const given = new Map<string, number>();
  const at = async (keyring: Keyring, first: number) => {
    for (let turn = first; !told.signal.aborted; turn++) {
      const person = people[turn % people.length] ?? "";
      const known = turn % PEOPLE;
      // Somebody's address is never given to another one, whoever writes under whichever keys.
      if (await give(keyring, person, `ORANG.${known}@contoh.example`)) wrong.push(`orang.${known} twice`);
      const found = await findAccountByEmail(world.database.web.kysely, keyring, `orang.${known}@contoh.example`);
      if (found?.id !== people[known]) wrong.push(`orang.${known} not found`);
      // Both processes try for the same new one.
      const fresh = `baru.${Math.floor(Date.now() / 20)}@contoh.example`;
      if (await give(keyring, person, fresh)) given.set(fresh, (given.get(fresh) ?? 0) + 1);
      await sleep(2);
    }
  };
  const done = Promise.all([at(world.process(), 0), at(world.process(), PEOPLE / 2)]);
  return {
    stop: async () => {
      told.abort();
      await done;
      return { wrong, given };
    },
  };
}

test.each([1, 2])(
  "turn %i: a new index key takes the old one's place while people register",
  async () => {
    const [before] = readKeyFile(world.folder, "index");
    const registering = keepRegistering();
    expect(await rotateIndexKey(services())).toBeGreaterThanOrEqual(PEOPLE);
    await retireIndexKey(services());
    const { wrong, given } = await registering.stop();
    expect(wrong).toEqual([]);
    expect(given.size).toBeGreaterThan(20);
    expect([...given].filter(([, times]) => times > 1)).toEqual([]);
    expect(readKeyFile(world.folder, "index")).toHaveLength(1);
    expect(readKeyFile(world.folder, "index")[0].equals(before)).toBe(false);
    const keyring = world.process();
    const db = world.database.web.kysely;
    for (const [at, id] of people.entries()) {
      if (at % 20 === 0) expect((await findAccountByEmail(db, keyring, `orang.${at}@contoh.example`))?.id).toBe(id);
    }
    for (const fresh of given.keys()) expect(await findAccountByEmail(db, keyring, fresh)).toBeDefined();
  },
  60_000,
);

test("the key in use does not end, nor the other one while a row is found by it alone", async () => {
  await expect(retireIndexKey(services(0))).rejects.toThrow(/no old index key/);
  await rotateIndexKey(services(0));
  await expect(rotateIndexKey(services(0))).rejects.toThrow(/two index keys already/);
  const { sql } = world.database.owner;
  const [present] = await sql<{ id: string; blind_index: Buffer | null; blind_index_b: Buffer | null }[]>`
    select id, blind_index, blind_index_b from account_identifiers limit 1`;
  if (!present) throw new Error("nobody has an address");
  // Two turns before this one: the first key was of slot a, so is the third, and the one in use is of slot b.
  await sql`update account_identifiers set blind_index_b = null where id = ${present.id}`;
  await expect(retireIndexKey(services(0))).rejects.toThrow(/1 rows are found by the other/);
  await sql`update account_identifiers set blind_index_b = ${present.blind_index_b} where id = ${present.id}`;
  await retireIndexKey(services(0));
}, 240_000);

test("every column that holds a blind index is known to the rotation", async () => {
  const columns = await world.database.owner.sql<{ name: string }[]>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and data_type = 'bytea' and column_name ~ '_index(_b)?$' and table_name <> 'source_people'`;
  const known = new Set(indexUses.flatMap(({ table, columns: { a, b } }) => [`${table}.${a}`, `${table}.${b}`]));
  expect(columns.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
});
