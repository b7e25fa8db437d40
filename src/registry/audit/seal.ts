import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { signHead } from "./heads.ts";
import { Frontier, hashLeaf, type Node, placesOf } from "./merkle.ts";
import { readNodes } from "./nodes.query.ts";
import { recordText } from "./record-text.ts";

/** How many records one transaction seals; a backlog is worked off in several. */
const BATCH = 5_000;
/** PostgreSQL takes 65 535 parameters in a statement. */
const ROWS_PER_INSERT = 5_000;

export interface SealServices {
  readonly db: Kysely<DB>;
  readonly keyring: Pick<Keyring, "audit">;
}

/**
 * Seals the audit records that have committed, and returns how many; 0 also while another process is at it.
 *
 * Records are taken in the order of their transactions, and only those of transactions older than every one that still
 * runs: nothing can commit into that part any more, so nothing is passed over, as it would be by their ids or moments.
 * Leaves, subtrees and the signed head are one transaction: killed anywhere, it did all of it or nothing.
 */
export async function sealAudit(services: SealServices): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await services.db.transaction().execute((trx) => sealBatch(trx, services.keyring));
    sealed += count;
    if (count < BATCH) return sealed;
  }
}

async function sealBatch(trx: Kysely<DB>, keyring: Pick<Keyring, "audit">): Promise<number> {
  const lock = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('daftar seal audit', 0)) as mine`.execute(trx);
  if (lock.rows[0]?.mine !== true) return 0;
  const last = await findLastLeaf(trx);
  const records = await listUnsealed(trx, last);
  if (records.length === 0) return 0;
  const size = last ? last.position + 1 : 0;
  const frontier = new Frontier(await readNodes(trx, placesOf(0, size)));
  const nodes: Node[] = [];
  const leaves = records.map(({ id, transaction, text }, index) => {
    const hash = hashLeaf(Buffer.from(text));
    nodes.push(...frontier.append(hash));
    return { position: size + index, record_id: id, transaction, hash };
  });
  await insertAll(leaves, (some) => trx.insertInto("audit_leaves").values(some).execute());
  await insertAll(nodes, (some) => trx.insertInto("audit_nodes").values(some).execute());
  const { rows } = await sql<{ at: Date }>`select app_now() as at`.execute(trx);
  const head = signHead(keyring, { size: frontier.size, root: frontier.root, at: rows[0]?.at ?? new Date() });
  await trx.insertInto("audit_heads").values(head).execute();
  return records.length;
}

interface LastLeaf {
  readonly position: number;
  readonly record_id: string;
  readonly transaction: string;
}

async function findLastLeaf(trx: Kysely<DB>): Promise<LastLeaf | undefined> {
  const { rows } = await sql<LastLeaf & { ahead: boolean }>`
    select position, record_id, transaction::text, transaction >= pg_snapshot_xmax(pg_current_snapshot()) as ahead
      from audit_leaves order by position desc limit 1`.execute(trx);
  if (rows[0]?.ahead === true) {
    throw new Error(
      "The transactions of this PostgreSQL count from a lower number than those in the record, as after loading a dump " +
        "into a new cluster: nothing would ever be sealed. See docs/how-to/verify-the-record.md.",
    );
  }
  return rows[0];
}

async function listUnsealed(trx: Kysely<DB>, last: LastLeaf | undefined) {
  const { rows } = await sql<{ id: string; transaction: string; text: string }>`
    select r.id, r.transaction::text as transaction, ${recordText} as text
      from audit_records r
      where r.transaction < pg_snapshot_xmin(pg_current_snapshot())
        and (r.transaction, r.id) > (${last?.transaction ?? "0"}::xid8, ${last?.record_id ?? "00000000-0000-0000-0000-000000000000"}::uuid)
      order by r.transaction, r.id
      limit ${BATCH}`.execute(trx);
  return rows;
}

async function insertAll<Row>(rows: readonly Row[], insert: (some: readonly Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_PER_INSERT) await insert(rows.slice(at, at + ROWS_PER_INSERT));
}
