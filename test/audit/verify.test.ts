import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { DB } from "../../src/platform/db/generated/schema.ts";
import { randomKeyring } from "../../src/platform/keys/keyring.ts";
import { auditPublicKey, type Head, readHead, signHead, writeHead } from "../../src/registry/audit/heads.ts";
import { Frontier, hashLeaf } from "../../src/registry/audit/merkle.ts";
import { recordText } from "../../src/registry/audit/record-text.ts";
import { verifyAudit } from "../../src/registry/audit/verify.ts";
import { testDatabase, type TestDatabase } from "../database.ts";
import { addRecords, sealUpTo } from "./records.ts";

const keyring = randomKeyring();
const publicKey = auditPublicKey(keyring);
const undo = new Error("undo");

let database: TestDatabase;
/** Copied out while the record was whole, at 20, 40 and 60 entries. */
let copied: Head[];
beforeAll(async () => {
  database = await testDatabase();
  for (const size of [20, 40, 60]) {
    await addRecords(database, 20);
    await sealUpTo(database, keyring, size);
  }
  const heads = await database.owner.kysely.selectFrom("audit_heads").selectAll().orderBy("size").execute();
  copied = heads.map((head) => readHead(writeHead(head)));
});
afterAll(() => database.close());

/** What verifying says after an attack by whoever owns the database, which is undone afterwards. */
async function after(attack: (db: Kysely<DB>) => Promise<unknown>, heads: readonly Head[] = []) {
  let found: Awaited<ReturnType<typeof verifyAudit>> | undefined;
  await database.owner.kysely
    .transaction()
    .execute(async (trx) => {
      for (const table of ["audit_records", "audit_leaves", "audit_nodes", "audit_heads"]) {
        await sql`alter table ${sql.table(table)} disable trigger user`.execute(trx);
      }
      await attack(trx);
      found = await verifyAudit({ db: within(trx), publicKey, copied: heads });
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return found?.difference;
}

test("a record that nobody touched is whole, also against every head that was copied out", async () => {
  const verified = await verifyAudit({ db: database.owner.kysely, publicKey, copied });
  expect(verified).toMatchObject({ size: 60, difference: undefined });
  expect(verified.root).toEqual(copied.at(-1)?.root);
});

describe("the first difference is named when the owner of the database", () => {
  let ids: string[];
  beforeEach(async () => {
    const rows = await database.owner.kysely
      .selectFrom("audit_leaves")
      .select("record_id")
      .orderBy("position")
      .execute();
    ids = rows.map(({ record_id }) => record_id);
  });
  const id = (position: number) => ids[position] ?? "";

  test.each([
    ["action", sql`action = 'test.other'`],
    ["moment, by a microsecond", sql`at = at + interval '1 microsecond'`],
    ["actor", sql`actor_id = null`],
    ["subject", sql`subject_id = gen_random_uuid()`],
    ["institution", sql`institution_id = gen_random_uuid()`],
    ["data", sql`data = data || '{"nth": 1.50}'`],
  ])("edits the %s of a record", async (_, change) => {
    const difference = await after((db) => sql`update audit_records set ${change} where id = ${id(33)}`.execute(db));
    expect(difference).toMatchObject({ kind: "edited", position: 33 });
    expect(difference?.words).toContain(id(33));
  });

  test("edits several records: the first one", async () => {
    const edit = (db: Kysely<DB>, position: number) =>
      db.updateTable("audit_records").set({ action: "x" }).where("id", "=", id(position)).execute();
    const difference = await after(async (db) => {
      for (const position of [50, 7, 31]) await edit(db, position);
    });
    expect(difference).toMatchObject({ kind: "edited", position: 7 });
  });

  test("deletes a record", async () => {
    const difference = await after((db) => db.deleteFrom("audit_records").where("id", "=", id(12)).execute());
    expect(difference).toMatchObject({ kind: "deleted", position: 12 });
  });

  test("deletes a record and its leaf", async () => {
    const difference = await after(async (db) => {
      await db.deleteFrom("audit_records").where("id", "=", id(12)).execute();
      await db.deleteFrom("audit_leaves").where("record_id", "=", id(12)).execute();
    });
    expect(difference).toMatchObject({ kind: "deleted", position: 12 });
  });

  test("inserts a record among sealed ones", async () => {
    const difference = await after((db) =>
      sql`insert into audit_records (id, actor_kind, action, subject_kind, transaction)
        select '00000000-0000-7000-8000-000000000000', 'system', 'test.late', 'account', transaction
          from audit_records where id = ${id(25)}`.execute(db),
    );
    expect(difference).toMatchObject({ kind: "inserted", position: 20 });
  });

  test("swaps two leaves", async () => {
    const difference = await after(async (db) => {
      const move = (from: number, to: number) =>
        db.updateTable("audit_leaves").set({ position: to }).where("position", "=", from).execute();
      await move(14, 1_000);
      await move(45, 14);
      await move(1_000, 45);
    });
    expect(difference).toMatchObject({ position: 15, kind: "reordered" });
  });

  test("cuts the tail of records and leaves", async () => {
    const difference = await after((db) => cut(db, 50));
    expect(difference).toMatchObject({ kind: "cut", position: 50 });
  });

  test("cuts the tail with the heads over it, which only a head that was copied out can tell", async () => {
    const attack = async (db: Kysely<DB>) => {
      await cut(db, 40);
      await db.deleteFrom("audit_heads").where("size", ">", 40).execute();
      await sql`delete from audit_nodes where (position + 1) << level > 40`.execute(db);
    };
    expect(await after(attack)).toBeUndefined();
    expect(await after(attack, copied)).toMatchObject({ kind: "cut", position: 40 });
  });

  test("rewrites the stored heads with a key of their own", async () => {
    const difference = await after(async (db) => {
      await db.updateTable("audit_records").set({ action: "x" }).where("id", "=", id(25)).execute();
      await rewrite(db, randomKeyring());
    });
    expect(difference).toMatchObject({ kind: "head", position: 19 });
  });

  test("rewrites everything, and has stolen the key: only a head that was copied out can tell", async () => {
    const attack = async (db: Kysely<DB>) => {
      await db.updateTable("audit_records").set({ action: "x" }).where("id", "=", id(25)).execute();
      await rewrite(db, keyring);
    };
    expect(await after(attack)).toBeUndefined();
    const difference = await after(attack, copied);
    expect(difference).toMatchObject({ kind: "history", position: 20 });
    expect(difference?.words).toContain("entries 20 to 39");
    expect(await after(attack, copied.slice(-1))).toMatchObject({ kind: "history", position: 0 });
  });

  test("removes a stored head, or a subtree that proofs need", async () => {
    const headless = await after((db) => db.deleteFrom("audit_heads").where("size", "=", 40).execute(), copied);
    expect(headless).toMatchObject({ kind: "head", position: 39 });
    const unproved = await after((db) =>
      db.deleteFrom("audit_nodes").where("level", "=", 2).where("position", "=", 3).execute(),
    );
    expect(unproved).toMatchObject({ kind: "node" });
  });
});

test("a head that was copied out is believed only with this service's signature", async () => {
  const [first] = copied;
  if (!first) throw new Error("no head was copied");
  const forged = signHead(randomKeyring(), first);
  expect(await after(() => Promise.resolve(), [forged])).toMatchObject({ kind: "head" });
});

test("every one of many random edits is found", async () => {
  const columns = ["action", "actor_kind", "subject_kind"] as const;
  for (let round = 0; round < 40; round += 1) {
    const position = Math.floor(Math.random() * 60);
    const column = columns[round % columns.length] ?? "action";
    const value = column === "actor_kind" ? "staff" : "edited";
    const difference = await after((db) =>
      sql`update audit_records set ${sql.ref(column)} = ${value}
        where id = (select record_id from audit_leaves where position = ${position})`.execute(db),
    );
    expect(difference).toMatchObject({ kind: "edited", position });
  }
});

async function cut(db: Kysely<DB>, size: number): Promise<void> {
  await sql`delete from audit_records where id in (select record_id from audit_leaves where position >= ${size})`.execute(
    db,
  );
  await db.deleteFrom("audit_leaves").where("position", ">=", size).execute();
}

/** Makes leaves, subtrees and heads anew out of what the records say now. */
async function rewrite(db: Kysely<DB>, key: Parameters<typeof signHead>[0]): Promise<void> {
  const { rows } = await sql<{ position: number; text: string }>`
    select l.position, ${recordText} as text from audit_leaves l join audit_records r on r.id = l.record_id
      order by l.position`.execute(db);
  const heads = await db.selectFrom("audit_heads").select(["size", "at"]).execute();
  const frontier = new Frontier();
  for (const { position, text } of rows) {
    const hash = hashLeaf(Buffer.from(text));
    await db.updateTable("audit_leaves").set({ hash }).where("position", "=", position).execute();
    for (const node of frontier.append(hash)) {
      const place = db.updateTable("audit_nodes").set({ hash: node.hash }).where("level", "=", node.level);
      await place.where("position", "=", node.position).execute();
    }
    const head = heads.find(({ size }) => size === frontier.size);
    if (!head) continue;
    const signed = signHead(key, { size: frontier.size, root: frontier.root, at: head.at });
    await db.updateTable("audit_heads").set(signed).where("size", "=", head.size).execute();
  }
}

/** A pool that is the attacker's transaction, so that what they did can be seen and undone. */
function within(trx: Kysely<DB>): Kysely<DB> {
  const building = {
    setIsolationLevel: () => building,
    setAccessMode: () => building,
    execute: (work: (db: Kysely<DB>) => Promise<unknown>) => work(trx),
  };
  return new Proxy(trx, {
    get: (target, name) => (name === "transaction" ? () => building : (Reflect.get(target, name, target) as unknown)),
  });
}
