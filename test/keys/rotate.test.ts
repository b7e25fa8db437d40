import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setTimeout as sleep } from "node:timers/promises";
import { readKeyFile } from "../../src/platform/keys/key-files.ts";
import type { Keyring } from "../../src/platform/keys/keyring.ts";
import { getName } from "../../src/registry/accounts/name.query.ts";
import { hashQueue } from "../../src/registry/accounts/hash-queue.ts";
import { replacePassword } from "../../src/registry/accounts/former-passwords.ts";
import { ensurePersonKey, personKey } from "../../src/registry/accounts/keys.ts";
import { passwordsWith } from "../../src/registry/accounts/passwords.ts";
import { createActiveAccount } from "../../src/registry/accounts/create.ts";
import { retireInstitutionKey, rotateInstitutionKey } from "../../src/registry/keys/rotate-institution.ts";
import { countUses, keysOf, retireFileKey, rotateFileKey } from "../../src/registry/keys/rotate.ts";
import { standOfKeys } from "../../src/registry/keys/stand.ts";
import { usesOf } from "../../src/registry/keys/uses.ts";
import { cheap, institution, keyWorld, type KeyWorld, password } from "./world.ts";

/** Three batches and a bit. */
const PEOPLE = 1_600;

let world: KeyWorld;
let people: string[];
beforeAll(async () => {
  world = await keyWorld();
  people = await world.people(PEOPLE);
}, 240_000);
afterAll(() => world.close());

/** Settles as fast as a process reads its key files again. */
function services(settleMs = 1_200) {
  const { database, folder } = world;
  return { owner: database.owner.kysely, keyring: world.process(), folder, settleMs };
}

/** Another process that logs people in, gives them passwords and begins applications until it is told to stop. */
function keepWriting(keyring: Keyring) {
  const passwords = passwordsWith(keyring, hashQueue(), cheap);
  const { institutionId, database } = world;
  const db = database.web.kysely;
  const made: string[] = [];
  const told = new AbortController();
  let written = 0;
  const done = (async () => {
    while (!told.signal.aborted) {
      const [known = ""] = people.slice(written % people.length);
      const hash = await passwords.hash(password);
      await db.transaction().execute((trx) => replacePassword(trx, known, hash));
      if (written % 10 === 0) {
        const id = await createActiveAccount(database.owner.kysely, keyring, {
          email: `baru.${made.length}.${Date.now()}@contoh.example`,
          name: "Budi Contoh",
          password,
        });
        await ensurePersonKey(db, keyring, { accountId: id, institutionId });
        made.push(id);
      }
      written++;
      await sleep(5);
    }
  })();
  return {
    stop: async () => {
      told.abort();
      await done;
      expect(written).toBeGreaterThan(20);
      return made;
    },
  };
}

/** What a process that begins now can open and compare. */
async function opens(ids: readonly string[]): Promise<void> {
  const keyring = world.process();
  const { institutionId, database } = world;
  const db = database.web.kysely;
  const passwords = passwordsWith(keyring, hashQueue(), cheap);
  for (const id of ids) {
    expect(await getName(db, keyring, id)).toMatch(/Contoh$/);
    await personKey(db, keyring, { accountId: id, institutionId });
    const row = await db.selectFrom("accounts").select("password_hash").where("id", "=", id).executeTakeFirstOrThrow();
    expect(await passwords.matches(row.password_hash, password)).toBe(true);
  }
}

/** Every hundredth and whoever came meanwhile. */
function samples(made: readonly string[]): string[] {
  return [...people.filter((_, at) => at % 100 === 0), ...made];
}

describe.each(["platform", "pepper"] as const)("a new %s key", (name) => {
  test("takes the old one's place while others write, and the old one can be destroyed", async () => {
    const before = keysOf(world.folder, name)[0].id.toString("hex");
    const writing = keepWriting(world.process());
    const count = await rotateFileKey(services(), name);
    expect(count).toBeGreaterThan(PEOPLE);
    const made = await writing.stop();
    await opens(samples(made));
    await retireFileKey(services(), name);
    expect(readKeyFile(world.folder, name)).toHaveLength(1);
    expect(keysOf(world.folder, name)[0].id.toString("hex")).not.toBe(before);
    await opens(samples(made));
    expect((await standOfKeys(services())).map(({ id }) => id)).not.toContain(before);
  }, 240_000);

  test("is not followed by the end of the old one while a single value needs it", async () => {
    await rotateFileKey(services(0), name);
    const [present, ...former] = keysOf(world.folder, name);
    const { sql } = world.database.owner;
    const [kept] = await sql<{ key_wrapped: Buffer; password_hash: string }[]>`
      select key_wrapped, password_hash from accounts where id = ${people[0] ?? ""}`;
    const [old] = former;
    if (!kept || !old) throw new Error("nobody is there");
    // The id of the old key, as a value sealed with it begins.
    const [bytes, text] = [Buffer.from(kept.key_wrapped), kept.password_hash.replace(/^\w{8}/, old.id.toString("hex"))];
    old.id.copy(bytes, 1);
    if (name === "platform") await sql`update accounts set key_wrapped = ${bytes} where id = ${people[0] ?? ""}`;
    else await sql`update accounts set password_hash = ${text} where id = ${people[0] ?? ""}`;
    await expect(retireFileKey(services(0), name)).rejects.toThrow(/1 values are still sealed/);
    expect(readKeyFile(world.folder, name)).toHaveLength(2);
    const { key_wrapped, password_hash } = kept;
    await sql`update accounts set key_wrapped = ${key_wrapped}, password_hash = ${password_hash} where id = ${people[0] ?? ""}`;
    await retireFileKey(services(0), name);
    expect(keysOf(world.folder, name)[0].id).toEqual(present.id);
  }, 240_000);

  test("has no end to come where there is one key alone", async () => {
    await expect(retireFileKey(services(0), name)).rejects.toThrow(/no old/);
  });
});

test("a new key of an institution takes the old one's place while others write", async () => {
  const { database, folder } = world;
  const before = await standOfKeys(services());
  const writing = keepWriting(world.process());
  // The processes of this test look at an institution's key again after five seconds.
  expect(await rotateInstitutionKey(services(5_200), institution)).toBeGreaterThanOrEqual(PEOPLE);
  const made = await writing.stop();
  await opens(samples(made));
  await retireInstitutionKey(services(), institution);
  await opens(samples(made));
  const now = await standOfKeys(services());
  const ofInstitution = (standing: typeof now) => standing.find(({ key }) => key === `institution ${institution}`)?.id;
  expect(ofInstitution(now)).not.toBe(ofInstitution(before));
  expect(now.filter(({ key, inUse }) => key.startsWith("institution") && !inUse)).toEqual([]);
  expect(await countUses(database.owner.kysely, "platform", keysOf(folder, "platform"))).toBe(0);
  const records = await database.owner.sql<{ action: string }[]>`
    select action from audit_records where subject_kind = 'key'`;
  expect(records.map(({ action }) => action)).toEqual(expect.arrayContaining(["key.rotate", "key.retire"]));
}, 240_000);

test("every column that holds a wrapped key or a password is known to the rotation", async () => {
  const columns = await world.database.owner.sql<{ name: string }[]>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and (column_name like '%key_wrapped' or column_name like '%password_hash')`;
  const known = new Set(Object.values(usesOf).flatMap((uses) => uses.map(({ table, column }) => `${table}.${column}`)));
  expect(columns.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
});
