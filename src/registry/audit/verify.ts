import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { type Head, isSignedBy } from "./heads.ts";
import { Frontier, hashLeaf } from "./merkle.ts";
import { recordText } from "./record-text.ts";

const BATCH = 5_000;

/** The first place at which the record is not what it was. */
export interface Difference {
  /** The entry, from 0; where a head differs, the last entry under it. */
  readonly position: number;
  readonly kind: "edited" | "deleted" | "inserted" | "reordered" | "leaf" | "cut" | "head" | "history" | "node";
  /** For the operator. */
  readonly words: string;
}

export interface Verified {
  /** How many entries the record has. */
  readonly size: number;
  readonly root: Buffer;
  /** How many heads were compared, stored ones and those copied out. */
  readonly heads: number;
  readonly difference: Difference | undefined;
}

export interface VerifyInput {
  /** A connection that sees everything: the owner's. */
  readonly db: Kysely<DB>;
  /** The public half of `audit.key`, from the key file and not from the database. */
  readonly publicKey: Buffer;
  /** Heads that were copied out earlier, in any order. */
  readonly copied?: readonly Head[];
}

/** Recomputes the record from its audit records and compares it with everything that was said about it. */
export async function verifyAudit(input: VerifyInput): Promise<Verified> {
  return input.db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (db) => {
      await readPlainly(db);
      const walk = new Walk(input.publicKey, input.copied ?? []);
      const inserted = await findInserted(db);
      let difference = walk.checkCopies();
      while (!difference) {
        const start = walk.size;
        const leaves = await listLeaves(db, start);
        if (leaves.length === 0) break;
        const heads = await listHeads(db, start, start + leaves.length);
        difference = walk.through(leaves, heads, inserted);
      }
      difference ??= inserted ?? (await walk.checkEnd(db)) ?? (await findWrongNode(db));
      return { size: walk.size, root: walk.root, heads: walk.heads, difference };
    });
}

/**
 * Whoever has the database may have set a search path under which other tables or functions answer by these names, or
 * have put a view in the place of a table: what is read must be what is stored. Policies that would hide rows from this
 * reader, who is none of the application's roles, make the database refuse to answer.
 */
async function readPlainly(db: Kysely<DB>): Promise<void> {
  await sql`set local search_path to pg_catalog, public`.execute(db);
  await sql`set local row_security to off`.execute(db);
  const { rows } = await sql<{ relname: string }>`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relname in ('audit_records', 'audit_leaves', 'audit_nodes', 'audit_heads')
        and (c.relkind <> 'r' or (c.relname <> 'audit_records' and c.relrowsecurity) or c.relforcerowsecurity)`.execute(
    db,
  );
  const [odd] = rows;
  if (odd) throw new Error(`${odd.relname} is no plain table any more: what it shows proves nothing.`);
}

interface StoredLeaf {
  readonly position: number;
  readonly record_id: string;
  readonly transaction: string;
  readonly hash: Buffer;
  /** Null where the record is gone. */
  readonly text: string | null;
}

class Walk {
  readonly #publicKey: Buffer;
  readonly #copies: ReadonlyMap<number, Head>;
  readonly #longest: Head | undefined;
  readonly #forged: Head | undefined;
  readonly #frontier = new Frontier();
  #last: StoredLeaf | undefined;
  /** The last size at which a head agreed: what differs later lies after it. */
  #agreed = 0;
  /** The same of heads that were copied out; those in the database may be forged. */
  #agreedCopy = 0;
  heads = 0;

  constructor(publicKey: Buffer, copied: readonly Head[]) {
    this.#publicKey = publicKey;
    this.#forged = copied.find((head) => !isSignedBy(publicKey, head));
    this.#copies = new Map(copied.map((head) => [head.size, head]));
    this.#longest = copied.toSorted((a, b) => b.size - a.size)[0];
  }

  get size(): number {
    return this.#frontier.size;
  }

  get root(): Buffer {
    return this.#frontier.root;
  }

  checkCopies(): Difference | undefined {
    if (!this.#forged) return undefined;
    const { size } = this.#forged;
    return headAt(size, `the head of ${size} records that was copied out is not signed by this service's audit.key`);
  }

  through(
    leaves: readonly StoredLeaf[],
    stored: ReadonlyMap<number, Head>,
    inserted: Difference | undefined,
  ): Difference | undefined {
    for (const leaf of leaves) {
      if (inserted?.position === this.size) return inserted;
      const difference = this.#checkLeaf(leaf) ?? this.#checkHeads(stored);
      if (difference) return difference;
    }
    return undefined;
  }

  #checkLeaf(leaf: StoredLeaf): Difference | undefined {
    const position = this.size;
    const named = `entry ${position} (audit record ${leaf.record_id})`;
    if (leaf.position !== position)
      return { position, kind: "deleted", words: `entry ${position} of the record is gone` };
    if (leaf.text === null) return { position, kind: "deleted", words: `${named} was deleted` };
    if (!isAfter(leaf, this.#last))
      return { position, kind: "reordered", words: `${named} does not stand in its order` };
    const hash = hashLeaf(Buffer.from(leaf.text));
    if (!hash.equals(leaf.hash)) return { position, kind: "edited", words: `${named} was edited: ${leaf.text}` };
    this.#frontier.append(hash);
    this.#last = leaf;
    return undefined;
  }

  #checkHeads(stored: ReadonlyMap<number, Head>): Difference | undefined {
    const head = stored.get(this.size);
    const copy = this.#copies.get(this.size);
    if (!head && !copy) return undefined;
    const { size, root } = this;
    this.heads += (head ? 1 : 0) + (copy ? 1 : 0);
    if (copy && !copy.root.equals(root)) {
      const words = `the record is another than that of which a head was copied out at ${size} records: the first difference lies in entries ${this.#agreedCopy} to ${size - 1}`;
      return { position: this.#agreedCopy, kind: "history", words };
    }
    if (head && !head.root.equals(root))
      return headAt(
        size,
        `the stored head of ${size} records was rewritten, or entries ${this.#agreed} to ${size - 1}`,
      );
    if (head && !isSignedBy(this.#publicKey, head))
      return headAt(size, `the stored head of ${size} records is not signed by this service's audit.key`);
    if (copy && !head) return headAt(size, `the stored head of ${size} records is gone`);
    this.#agreed = size;
    if (copy) this.#agreedCopy = size;
    return undefined;
  }

  async checkEnd(db: Kysely<DB>): Promise<Difference | undefined> {
    const { size } = this;
    if (this.#longest && this.#longest.size > size) {
      const words = `the record ends after ${size} entries; a head was copied out at ${this.#longest.size}: entries ${size} to ${this.#longest.size - 1} were cut off`;
      return { position: size, kind: "cut", words };
    }
    const last = await db.selectFrom("audit_heads").select("size").orderBy("size", "desc").limit(1).executeTakeFirst();
    if ((last?.size ?? 0) > size) {
      return { position: size, kind: "cut", words: `the record ends after ${size} entries; a head says ${last?.size}` };
    }
    if (size > (last?.size ?? 0))
      return headAt(size, `the last ${size - (last?.size ?? 0)} entries have no signed head`);
    return undefined;
  }
}

function headAt(size: number, words: string): Difference {
  return { position: size - 1, kind: "head", words };
}

function isAfter(leaf: StoredLeaf, before: StoredLeaf | undefined): boolean {
  if (!before) return true;
  const [now, then] = [BigInt(leaf.transaction), BigInt(before.transaction)];
  return now === then ? leaf.record_id > before.record_id : now > then;
}

async function listLeaves(db: Kysely<DB>, start: number): Promise<readonly StoredLeaf[]> {
  const { rows } = await sql<StoredLeaf>`
    select l.position, l.record_id, coalesce(r.transaction, l.transaction)::text as transaction, l.hash,
        case when r.id is not null then ${recordText} end as text
      from audit_leaves l left join audit_records r on r.id = l.record_id
      where l.position >= ${start} order by l.position limit ${BATCH}`.execute(db);
  return rows;
}

async function listHeads(db: Kysely<DB>, after: number, upTo: number): Promise<ReadonlyMap<number, Head>> {
  const heads = await db
    .selectFrom("audit_heads")
    .selectAll()
    .where("size", ">", after)
    .where("size", "<=", upTo)
    .execute();
  return new Map(heads.map((head) => [head.size, head]));
}

/** A record that stands among sealed ones without being sealed came later than it says. */
async function findInserted(db: Kysely<DB>): Promise<Difference | undefined> {
  const { rows } = await sql<{ id: string; position: number }>`
    with last as (select transaction, record_id from audit_leaves order by position desc limit 1),
      inserted as (
        select r.id, r.transaction from audit_records r, last
          where (r.transaction, r.id) <= (last.transaction, last.record_id)
            and not exists (select from audit_leaves l where l.record_id = r.id)
          order by r.transaction, r.id limit 1)
    select i.id, (select count(*) from audit_leaves l where (l.transaction, l.record_id) < (i.transaction, i.id)) as position
      from inserted i`.execute(db);
  const [found] = rows;
  if (!found) return undefined;
  const words = `audit record ${found.id} was inserted before entry ${found.position} after that was sealed`;
  return { position: found.position, kind: "inserted", words };
}

/** Subtrees are made from the leaves, so wrong ones harm proofs only; PostgreSQL can compare them by itself. */
async function findWrongNode(db: Kysely<DB>): Promise<Difference | undefined> {
  const { rows } = await sql<{ level: number; position: number }>`
    with below as (
      select 0 as level, position, hash from audit_leaves union all select level, position, hash from audit_nodes),
    meant as (
      select a.level + 1 as level, a.position / 2 as position, sha256('\\x01'::bytea || a.hash || b.hash) as hash
        from below a join below b on b.level = a.level and b.position = a.position + 1 where a.position % 2 = 0)
    select coalesce(m.level, n.level) as level, coalesce(m.position, n.position) as position
      from meant m full join audit_nodes n on n.level = m.level and n.position = m.position
      where m.hash is distinct from n.hash
      order by 1, 2 limit 1`.execute(db);
  const [found] = rows;
  if (!found) return undefined;
  const position = found.position * 2 ** found.level;
  return { position, kind: "node", words: `the stored subtree ${found.level}/${found.position} is wrong or missing` };
}
