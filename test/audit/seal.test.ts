import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { randomKeyring } from "../../src/platform/keys/keyring.ts";
import { auditPublicKey, isSignedBy } from "../../src/registry/audit/heads.ts";
import { recordAudit } from "../../src/registry/audit/record.ts";
import { sealAudit } from "../../src/registry/audit/seal.ts";
import { testDatabase, type TestDatabase } from "../database.ts";
import { addRecords, sealUpTo } from "./records.ts";

const keyring = randomKeyring();

describe("the sealer", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  test("seals each committed record once, in the order of their transactions, under a signed head", async () => {
    await addRecords(database, 37);
    await sealUpTo(database, keyring, 37);
    await addRecords(database, 5);
    await sealUpTo(database, keyring, 42);
    expect(await sealAudit({ db: database.worker.kysely, keyring })).toBe(0);
    const { rows } = await sql<{ record_id: string }>`
      select record_id from audit_leaves order by position`.execute(database.owner.kysely);
    const { rows: records } = await sql<{ id: string }>`
      select id from audit_records order by transaction, id`.execute(database.owner.kysely);
    expect(rows.map(({ record_id }) => record_id)).toEqual(records.map(({ id }) => id));
    const head = await database.web.kysely
      .selectFrom("audit_heads")
      .selectAll()
      .orderBy("size", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(head.size).toBe(42);
    expect(isSignedBy(auditPublicKey(keyring), head)).toBe(true);
    expect(isSignedBy(auditPublicKey(randomKeyring()), head)).toBe(false);
    expect(isSignedBy(auditPublicKey(keyring), { ...head, size: 41 })).toBe(false);
  });

  test("waits for a transaction that began earlier, so that no record gets in behind what is sealed", async () => {
    const before = await sealedSize(database);
    let committed: (() => void) | undefined;
    const slow = database.web.kysely.transaction().execute(async (trx) => {
      await recordAudit(trx, aRecord("slow.begun"));
      await new Promise<void>((resolve) => {
        committed = resolve;
      });
    });
    while (!committed) await sleep(5);
    await addRecords(database, 3);
    await sealAudit({ db: database.worker.kysely, keyring });
    expect(await sealedSize(database)).toBe(before);
    committed();
    await slow;
    await sealUpTo(database, keyring, before + 4);
    const { rows } = await sql<{ action: string }>`
      select r.action from audit_leaves l join audit_records r on r.id = l.record_id
        where l.position = ${before}`.execute(database.owner.kysely);
    expect(rows[0]?.action).toBe("slow.begun");
  });

  test("never seals twice when several processes do it while records arrive", async () => {
    const before = await sealedSize(database);
    const writing = Promise.all(Array.from({ length: 4 }, () => addRecords(database, 25)));
    const seal = () => sealAudit({ db: database.worker.kysely, keyring });
    for (let round = 0; round < 10; round += 1) await Promise.all([seal(), seal(), seal()]);
    await writing;
    await sealUpTo(database, keyring, before + 100);
    const { rows } = await sql<{ count: number; unsealed: number }>`
      select (select count(*) from audit_leaves) as count,
        (select count(*) from audit_records r where not exists (select from audit_leaves l where l.record_id = r.id)) as unsealed
    `.execute(database.owner.kysely);
    expect(rows[0]).toEqual({ count: before + 100, unsealed: 0 });
  });

  test("killed in the middle of a batch it leaves nothing behind, and the next one does all of it", async () => {
    const before = await sealedSize(database);
    await addRecords(database, 2_000);
    for (const delay of [0, 10, 25, 40, 60, 90]) {
      await addRecords(database, 500);
      const child = spawnSealer(database.url);
      await once(child.stdout, "data");
      await sleep(delay);
      const exit = once(child, "exit");
      child.kill("SIGKILL");
      await exit;
      const { rows } = await sql<{ leaves: number; head: number | null }>`
        select (select count(*) from audit_leaves) as leaves, (select max(size) from audit_heads) as head`.execute(
        database.owner.kysely,
      );
      expect(rows[0]?.head).toBe(rows[0]?.leaves);
    }
    await sealUpTo(database, keyring, before + 5_000);
  });

  test("says so when the transactions of the database count from anew", async () => {
    const trx = database.owner.kysely.transaction().execute(async (db) => {
      await sql`insert into audit_leaves (position, record_id, transaction, hash)
        values ((select max(position) + 1 from audit_leaves), ${uuidv7()}, '9000000000000000', ${Buffer.alloc(32)})`.execute(
        db,
      );
      await sealAudit({ db: nested(db), keyring });
    });
    await expect(trx).rejects.toThrow(/count from a lower number/);
  });
});

/** Another process that seals all the time. */
function spawnSealer(url: string) {
  const source = (name: string) => JSON.stringify(join(import.meta.dirname, "../../src", name));
  const script = `
    import { connect } from ${source("platform/db/connect.ts")};
    import { sealAudit } from ${source("registry/audit/seal.ts")};
    const { kysely: db } = connect({ url: ${JSON.stringify(url)}, role: "daftar_worker", max: 1 });
    console.log("begun");
    for (;;) await sealAudit({ db, keyring: { audit: Buffer.from("${keyring.audit.toString("hex")}", "hex") } });`;
  return spawn(process.execPath, ["--input-type=module-typescript", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** The transaction itself in the place of a pool, so that what is tried is undone. */
function nested<T extends object>(db: T): T {
  return new Proxy(db, {
    get: (target, name) =>
      name === "transaction"
        ? () => ({ execute: (work: (trx: T) => Promise<unknown>) => work(target) })
        : (Reflect.get(target, name, target) as unknown),
  });
}

function aRecord(action: string) {
  return { actorId: null, actorKind: "system", action, subjectKind: "account", subjectId: uuidv7() } as const;
}

async function sealedSize({ owner }: TestDatabase): Promise<number> {
  const { rows } = await sql<{ size: number }>`select count(*) as size from audit_leaves`.execute(owner.kysely);
  return rows[0]?.size ?? 0;
}
