import { type Kysely, type RawBuilder, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { carryIndex, type Slot, slotOf } from "../../platform/keys/index-keys.ts";
import type { Key } from "../../platform/keys/seal.ts";

/** Two columns of blind indexes. A test finds tables that are missing here. */
export interface IndexUse {
  readonly table: string;
  readonly columns: Readonly<Record<Slot, string>>;
  /** What the indexes are for, as SQL over the row; see `blindIndex`. */
  readonly purpose: string;
}

const blind = { a: "blind_index", b: "blind_index_b" };

/** Every index by which a whole value is found. Names have truncated ones of their own. */
export const indexUses: readonly IndexUse[] = [
  { table: "account_identifiers", columns: blind, purpose: "kind" },
  { table: "applications", columns: { a: "identity_index", b: "identity_index_b" }, purpose: "'nik'" },
  { table: "subscriptions", columns: blind, purpose: "'subscription ' || program_id" },
  { table: "tickets", columns: blind, purpose: "'ticket'" },
  { table: "nik_cases", columns: blind, purpose: "'nik'" },
  { table: "ticket_questions", columns: blind, purpose: "'ticket question'" },
  { table: "ticket_facts", columns: blind, purpose: "'ticket ' || kind" },
  ...["number", "nik", "email"].map((kind) => ({
    table: "members",
    columns: { a: `${kind}_index`, b: `${kind}_index_b` },
    purpose: `'member ${kind} ' || program_id`,
  })),
];

const BATCH = 500;

/** Gives every row that has an index under `present` the one under `next` beside it, in batches; gives how many. */
export async function carryIndexes(db: Kysely<DB>, present: Key, next: Key): Promise<number> {
  let all = 0;
  for (const use of indexUses) {
    let after: string | undefined;
    do {
      const batch = await db.transaction().execute((trx) => carryBatch(trx, use, { present, next, after }));
      all += batch.done;
      after = batch.last;
    } while (after !== undefined);
  }
  return all;
}

async function carryBatch(
  trx: Kysely<DB>,
  use: IndexUse,
  { present, next, after }: { readonly present: Key; readonly next: Key; readonly after: string | undefined },
): Promise<{ done: number; last: string | undefined }> {
  const [from, to] = [use.columns[slotOf(present)], use.columns[slotOf(next)]];
  const table = sql.table(use.table);
  const { rows } = await sql<{ id: string; index: Buffer; purpose: string }>`
    select id, ${sql.ref(from)} as index, ${sql.raw(use.purpose)} as purpose from ${table}
    where ${sql.ref(from)} is not null and ${sql.ref(to)} is null
      and ${after === undefined ? sql`true` : sql`id > ${after}::uuid`}
    order by id limit ${BATCH} for no key update skip locked`.execute(trx);
  const carried = rows.map(({ index, purpose }) => carryIndex(index, purpose, present, next).toString("hex"));
  await sql`update ${table} t set ${sql.ref(to)} = decode(given.value, 'hex')
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${carried}::text[]) as given(id, value)
    where t.id = given.id`.execute(trx);
  return { done: rows.length, last: rows.at(-1)?.id };
}

/** Empties the column of a slot, in batches. */
export async function clearSlot(db: Kysely<DB>, slot: Slot): Promise<void> {
  for (const use of indexUses) {
    const [table, column] = [sql.table(use.table), sql.ref(use.columns[slot])];
    for (let done = BATCH; done > 0;) {
      const cleared = await sql`update ${table} set ${column} = null where id in (
        select id from ${table} where ${column} is not null order by id limit ${BATCH} for no key update skip locked)`.execute(
        db,
      );
      done = Number(cleared.numAffectedRows ?? 0);
    }
  }
}

/** How many rows have an index in the other column only, so that a key of this slot does not find them. */
export function countMissing(db: Kysely<DB>, slot: Slot): Promise<number> {
  return count(db, (use) => {
    const [mine, other] = [sql.ref(use.columns[slot]), sql.ref(use.columns[slot === "a" ? "b" : "a"])];
    return sql<boolean>`${mine} is null and ${other} is not null`;
  });
}

/** How many rows have an index in the column of this slot. */
export function countHeld(db: Kysely<DB>, slot: Slot): Promise<number> {
  return count(db, (use) => sql<boolean>`${sql.ref(use.columns[slot])} is not null`);
}

async function count(db: Kysely<DB>, where: (use: IndexUse) => RawBuilder<boolean>): Promise<number> {
  let all = 0;
  for (const use of indexUses) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.table(use.table)} where ${where(use)}`.execute(db);
    all += rows[0]?.count ?? 0;
  }
  return all;
}
