import { sql, type Kysely, type RawBuilder } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keys } from "../../platform/keys/keyring.ts";
import type { Key } from "../../platform/keys/seal.ts";
import type { Use } from "./uses.ts";

const BATCH = 500;

interface Row {
  readonly at: string;
  readonly along: string;
  readonly value: unknown;
  readonly row: Readonly<Record<string, string>>;
}

/**
 * Seals with the first key what another one sealed, in batches, while others write. A row that somebody holds is passed
 * over and met again in the next round. Gives the number of values. Throws `SealBroken` for one that no key opens.
 */
export async function reseal(db: Kysely<DB>, use: Use, keys: Keys, institutionId?: string): Promise<number> {
  let all = 0;
  for (let after: string | undefined; ;) {
    const batch = await db.transaction().execute((trx) => resealBatch(trx, use, { keys, institutionId, after }));
    all += batch.done;
    if (batch.last === undefined) return all;
    after = batch.last;
  }
}

async function resealBatch(
  trx: Kysely<DB>,
  use: Use,
  { keys, institutionId, after }: { keys: Keys; institutionId: string | undefined; after: string | undefined },
): Promise<{ done: number; last: string | undefined }> {
  const [table, column, along] = [sql.table(use.table), sql.ref(use.column), sql.ref(use.along)];
  const type = sql.raw(use.alongType ?? "uuid");
  const names = [use.along, ...(use.also ?? [])];
  const pairs = sql.join(names.map((name) => sql`${sql.lit(name)}, ${sql.ref(name)}::text`));
  const { rows } = await sql<Row>`
    select ctid::text as at, ${along}::text as along, ${column} as value, jsonb_build_object(${pairs}) as row
    from ${table}
    where ${isOther(use, keys[0])} and ${inInstitution(institutionId)}
      and ${after === undefined ? sql`true` : sql`${along} > ${after}::${type}`}
    order by ${along} limit ${BATCH} for no key update skip locked`.execute(trx);
  if (rows.length === 0) return { done: 0, last: undefined };
  const values = rows.map(({ value, row }) => use.reseal(keys, value, row));
  const coded = values.map((value) => (typeof value === "string" ? value : value.toString("base64")));
  const bytes = use.text ? sql`given.value` : sql`decode(given.value, 'base64')`;
  // The rows are locked, so that each stays in its place until the end of this transaction.
  await sql`update ${table} t set ${column} = ${bytes}
    from unnest(${rows.map(({ at }) => at)}::text[], ${coded}::text[]) as given(at, value)
    where t.ctid = given.at::tid`.execute(trx);
  return { done: rows.length, last: rows.at(-1)?.along };
}

/** How many values other keys than this one seal. */
export function countOthers(db: Kysely<DB>, use: Use, key: Key, institutionId?: string): Promise<number> {
  return count(db, use, isOther(use, key), institutionId);
}

/** How many values this key seals. */
export function countSealed(db: Kysely<DB>, use: Use, key: Key, institutionId?: string): Promise<number> {
  return count(db, use, sql<boolean>`not ${isOther(use, key)}`, institutionId);
}

async function count(db: Kysely<DB>, use: Use, which: RawBuilder<boolean>, institutionId?: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(use.table)}
    where ${which} and ${inInstitution(institutionId)}`.execute(db);
  return rows[0]?.count ?? 0;
}

function isOther(use: Use, key: Key): RawBuilder<boolean> {
  const column = sql.ref(use.column);
  // The first byte of a sealed value is its format, the next four are the id of its key.
  return use.text
    ? sql<boolean>`(${column} not like ${`${key.id.toString("hex")}.%`})`
    : sql<boolean>`(substring(${column} from 2 for 4) <> ${key.id}::bytea)`;
}

function inInstitution(institutionId: string | undefined): RawBuilder<boolean> {
  return institutionId === undefined ? sql<boolean>`true` : sql<boolean>`institution_id = ${institutionId}::uuid`;
}
