import { type Kysely, type RawBuilder, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { writtenNameIndexes } from "../../platform/keys/blind-index.ts";
import type { IndexKeys } from "../../platform/keys/index-keys.ts";
import { openPersonKey } from "../accounts/keys.ts";
import { openApplicantName } from "../reviews/submitted.query.ts";
import type { KeyServices } from "./rotate.ts";

const BATCH = 500;

interface Row {
  readonly id: string;
  readonly account_id: string;
  readonly institution_id: string;
  readonly name_sealed: Uint8Array;
  readonly key_wrapped: Uint8Array;
}

/**
 * Writes the truncated indexes of every applicant's name anew, under the given keys. They are too short to be carried
 * over, so the names are opened for it. A name that changes meanwhile keeps what was written with it.
 */
export async function rewriteNames(
  { owner, keyring }: Pick<KeyServices, "owner" | "keyring">,
  keys: IndexKeys,
): Promise<void> {
  let after: string | undefined;
  do {
    const { rows } = await sql<Row>`
      select a.id, a.account_id, a.institution_id, a.name_sealed, k.key_wrapped
      from applications a join person_keys k on k.account_id = a.account_id and k.institution_id = a.institution_id
      where a.name_sealed is not null and ${after === undefined ? sql`true` : sql`a.id > ${after}::uuid`}
      order by a.id limit ${BATCH}`.execute(owner);
    const names: Rewritten[] = [];
    for (const row of rows) {
      const person = { accountId: row.account_id, institutionId: row.institution_id };
      const key = await openPersonKey(owner, keyring, person, row.key_wrapped);
      const indexes = writtenNameIndexes({ index: keys }, openApplicantName(key, row));
      names.push({
        id: row.id,
        sealed: Buffer.from(row.name_sealed).toString("hex"),
        indexes: `{${indexes.join(",")}}`,
      });
    }
    await write(owner, names);
    after = rows.at(-1)?.id;
  } while (after !== undefined);
}

interface Rewritten {
  readonly id: string;
  readonly sealed: string;
  readonly indexes: string;
}

/** A batch passes over rows that somebody holds, so that no two wait for each other crosswise; those follow one by one. */
async function write(owner: Kysely<DB>, names: readonly Rewritten[]): Promise<void> {
  const written = new Set((await writeThose(owner, names, sql`for no key update skip locked`)).map(({ id }) => id));
  for (const name of names) {
    if (!written.has(name.id)) await writeThose(owner, [name], sql`for no key update`);
  }
}

async function writeThose(
  owner: Kysely<DB>,
  names: readonly Rewritten[],
  locking: RawBuilder<unknown>,
): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    with given as (
      select * from unnest(${names.map(({ id }) => id)}::uuid[], ${names.map(({ sealed }) => sealed)}::text[],
        ${names.map(({ indexes }) => indexes)}::text[]) as given(id, sealed, indexes)
    ), free as materialized (
      select a.id from applications a where a.id in (select id from given) ${locking}
    )
    update applications a set name_indexes = given.indexes::integer[]
    from given join free on free.id = given.id
    where a.id = given.id and a.name_sealed = decode(given.sealed, 'hex')
    returning a.id`.execute(owner);
  return rows;
}
