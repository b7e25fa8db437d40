import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { audit } from "../../src/audit-commands.ts";
import { connect, type Db } from "../../src/platform/db/connect.ts";
import { randomKeyring, readKeyring, type Keyring } from "../../src/platform/keys/keyring.ts";
import { projectRoot } from "../../src/platform/project-root.ts";
import { auditPublicKey, type Head, readHead, signHead, writeHead } from "../../src/registry/audit/heads.ts";
import { Frontier, hashLeaf, type Node } from "../../src/registry/audit/merkle.ts";
import { recordText } from "../../src/registry/audit/record-text.ts";
import { type Difference, verifyAudit } from "../../src/registry/audit/verify.ts";
import { testDatabase, type TestDatabase } from "../database.ts";
import { saidBy } from "../said.ts";
import { addRecords, sealUpTo } from "./records.ts";

// Whoever has the cluster's superuser does what they like, and it stays: no trigger, no right and no rollback is in
// their way. What they cannot reach is the head that was copied out before.

const tables = ["audit_records", "audit_leaves", "audit_nodes", "audit_heads"] as const;

let folder: string;
let database: TestDatabase;
let keyring: Keyring;
let superuser: Db;
let ids: readonly string[];
/** Copied out at 20, 40 and 60 entries. */
let copied: readonly Head[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "superuser-"));
  keyring = readKeyring(join(folder, "keys"), { create: true });
  database = await testDatabase();
  // The embedded cluster's superuser has the password of the owner.
  superuser = connect({ url: Object.assign(new URL(database.url), { username: "postgres" }).href, max: 1 });
  for (const size of [20, 40, 60]) {
    await addRecords(database, 20);
    await sealUpTo(database, keyring, size);
  }
  const heads = await database.owner.kysely.selectFrom("audit_heads").selectAll().orderBy("size").execute();
  copied = heads.map((head) => readHead(writeHead(head)));
  await writeFile(join(folder, "heads.log"), copied.map((head) => `${writeHead(head)}\n`).join(""));
  const leaves = await database.owner.kysely
    .selectFrom("audit_leaves")
    .select("record_id")
    .orderBy("position")
    .execute();
  ids = leaves.map(({ record_id }) => record_id);
  await superuser.sql.unsafe("create schema whole; grant usage on schema whole to daftar");
  await superuser.sql`set session_replication_role = replica`;
  for (const table of tables) {
    await superuser.sql`create table whole.${superuser.sql(table)} as table ${superuser.sql(table)}`;
  }
});
afterAll(async () => {
  await superuser.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(async () => {
  for (const table of tables) {
    await superuser.sql`delete from ${superuser.sql(table)}`;
    await superuser.sql`insert into ${superuser.sql(table)} select * from whole.${superuser.sql(table)}`;
  }
});

const attacks = {
  edit: () => superuser.sql`update audit_records set data = '{"nth": 99}' where id = ${id(25)}`,
  delete: () => superuser.sql`delete from audit_records where id = ${id(25)}`,
  insert: () => superuser.sql`
    insert into audit_records (id, at, transaction, actor_kind, action, subject_kind)
      select '00000000-0000-7000-8000-000000000000', at, transaction, 'system', 'test.late', 'account'
      from audit_records where id = ${id(25)}`,
  reorder: () => superuser.sql`
    update audit_records r set transaction = other.transaction from audit_records other
      where (r.id, other.id) in ((${id(25)}, ${id(45)}), (${id(45)}, ${id(25)}))`,
  cut: async () => {
    await superuser.sql`delete from audit_records where id = any (${ids.slice(40)}::uuid[])`;
    await superuser.sql`delete from audit_leaves where position >= 40`;
    await superuser.sql`delete from audit_nodes where (position + 1) << level > 40`;
    await superuser.sql`delete from audit_heads where size > 40`;
  },
} as const;

describe("without touching the tree, the superuser", () => {
  test.each([
    ["edits a row", attacks.edit, { kind: "edited", position: 25 }],
    ["deletes a row", attacks.delete, { kind: "deleted", position: 25 }],
    ["inserts a row", attacks.insert, { kind: "inserted", position: 20 }],
    ["reorders rows", attacks.reorder, { kind: "edited", position: 25 }],
    ["cuts the tail", attacks.cut, { kind: "cut", position: 40 }],
  ])("%s, and the first difference is named", async (_, attack, first) => {
    await attack();
    expect(await verify()).toMatchObject(first);
  });
});

describe("having rewritten leaves, subtrees and heads into a whole tree again, the superuser", () => {
  test.each([
    ["edits a row", attacks.edit, { kind: "history", position: 20 }],
    ["deletes a row", attacks.delete, { kind: "history", position: 20 }],
    ["inserts a row", attacks.insert, { kind: "history", position: 20 }],
    ["reorders rows", attacks.reorder, { kind: "history", position: 20 }],
    ["cuts the tail", attacks.cut, { kind: "cut", position: 40 }],
    ["cuts the tail and writes another", cutAndWriteAnother, { kind: "history", position: 40 }],
  ])(
    "%s: signed by another key it shows at once, and by the real one against the copied heads",
    async (_, attack, first) => {
      await attack();
      await rebuild(randomKeyring());
      expect(await verify([])).toMatchObject({ kind: "head" });
      await rebuild(keyring);
      expect(await verify([]), "nothing inside of the database tells").toBeUndefined();
      expect(await verify()).toMatchObject(first);
      expect(await verify(copied.slice(-1)), "the last head alone still tells").toBeDefined();
    },
  );
});

test("a superuser who makes the owner's session read other functions and tables does not deceive it", async () => {
  await attacks.edit();
  const place = new URL(database.url).pathname.slice(1);
  await superuser.sql.unsafe(`create schema lies; grant usage on schema lies to public;
    create function lies.to_char(timestamp, text) returns text language sql as 'select ''x''';
    create view lies.audit_records as table whole.audit_records; grant select on lies.audit_records to public;
    alter role daftar in database ${place} set search_path = lies, pg_catalog, public`);
  const deceived = connect({ url: database.url, max: 1 });
  try {
    const { rows } = await sql<{ word: string }>`select to_char(now()::timestamp, 'YYYY') as word`.execute(
      deceived.kysely,
    );
    expect(rows, "the lie works").toEqual([{ word: "x" }]);
    const verified = await verifyAudit({ db: deceived.kysely, publicKey: auditPublicKey(keyring), copied });
    expect(verified.difference).toMatchObject({ kind: "edited", position: 25 });
  } finally {
    await deceived.close();
    await superuser.sql.unsafe(`drop schema lies cascade; alter role daftar in database ${place} reset search_path`);
  }
});

test("a view in the place of a table is refused", async () => {
  await superuser.sql.unsafe(`alter table audit_records rename to audit_records_hidden;
    create view audit_records as table whole.audit_records; grant select on audit_records to daftar`);
  try {
    await expect(verify()).rejects.toThrow("audit_records is no plain table any more");
  } finally {
    await superuser.sql.unsafe("drop view audit_records; alter table audit_records_hidden rename to audit_records");
  }
});

test("policies that hide rows from the reader are refused", async () => {
  await superuser.sql.unsafe("alter table audit_records force row level security");
  try {
    await expect(verify()).rejects.toThrow("audit_records is no plain table any more");
  } finally {
    await superuser.sql.unsafe("alter table audit_records no force row level security");
  }
});

test("the command says so while the record is whole, and ends with 1 and the first difference after it was rewritten", async () => {
  const heads = ["--head", join(folder, "heads.log")];
  expect(await command("verify", ...heads)).toContain("The record is whole: 60 entries, 6 heads compared.");
  await attacks.edit();
  expect(await processOf("verify", ...heads)).toMatchObject({
    code: 1,
    said: expect.stringContaining(`First difference: entry 25 (audit record ${id(25)}) was edited`) as string,
  });
  await rebuild(keyring);
  expect(await command("verify")).toContain("The record is whole: 60 entries");
  await expect(command("verify", ...heads)).rejects.toThrow("the first difference lies in entries 20 to 39");
});

function id(position: number): string {
  return ids[position] ?? "";
}

async function verify(heads = copied): Promise<Difference | undefined> {
  const publicKey = auditPublicKey(keyring);
  const { difference } = await verifyAudit({ db: database.owner.kysely, publicKey, copied: heads });
  return difference;
}

async function cutAndWriteAnother(): Promise<void> {
  await attacks.cut();
  await superuser.sql`
    insert into audit_records (id, transaction, actor_kind, action, subject_kind)
      select ('ffffffff-ffff-7000-8000-' || lpad(nth::text, 12, '0'))::uuid,
        (select transaction from audit_records where id = ${id(39)}), 'system', 'test.other', 'account'
      from generate_series(1, 30) as nth`;
}

/** A tree over what the records say now: it agrees with itself in everything. */
async function rebuild(key: Pick<Keyring, "audit">): Promise<void> {
  const { sql, kysely } = superuser;
  const records = await kysely
    .selectFrom("audit_records as r")
    .select(["r.id", "r.transaction", recordText.as("text")])
    .orderBy("r.transaction")
    .orderBy("r.id")
    .execute();
  await sql`delete from audit_leaves`;
  await sql`delete from audit_nodes`;
  await sql`delete from audit_heads`;
  const frontier = new Frontier();
  const nodes: Node[] = [];
  const heads: Head[] = [];
  const leaves = records.map((record, position) => {
    const hash = hashLeaf(Buffer.from(record.text));
    nodes.push(...frontier.append(hash));
    const { size, root } = frontier;
    const at = copied.find((head) => head.size === size)?.at ?? new Date();
    if (size % 20 === 0 || size === records.length) heads.push(signHead(key, { size, root, at }));
    return { position, record_id: record.id, transaction: record.transaction, hash };
  });
  await kysely.insertInto("audit_leaves").values(leaves).execute();
  await kysely.insertInto("audit_nodes").values(nodes).execute();
  await kysely.insertInto("audit_heads").values(heads).execute();
}

/** What `npm run audit -- …` says, without a process of its own. */
function command(...args: string[]): Promise<string> {
  return saidBy(() => audit({ owner: database.owner.kysely, keyring }, args));
}

/** `npm run audit -- …` from the sources, which takes seconds: what it wrote to both streams, and its exit code. */
async function processOf(...args: string[]): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, ["--import", "@oxc-node/core/register", "src/main.ts", "audit", ...args], {
    cwd: projectRoot,
    env: {
      PATH: process.env["PATH"],
      DATABASE_URL: database.url,
      DATA_DIR: join(folder, "data"),
      KEY_DIR: join(folder, "keys"),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const [code, said, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, said: said + errors };
}
