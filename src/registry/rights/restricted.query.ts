import { type Kysely, sql, type SqlBool } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";

/** For a query over `applications`, known there as `as`: whether its owner has not restricted the institution. */
export function unrestricted(as: "applications" | "a") {
  const [account, institution] = [sql.ref(`${as}.account_id`), sql.ref(`${as}.institution_id`)];
  // One look at the few restrictions there are, instead of one for each application.
  return sql<SqlBool>`(${account}, ${institution}) not in (select r.account_id, r.institution_id from restrictions() r)`;
}

/** The number of the restriction by which a person holds an institution back; undefined when none is in force. */
export async function findRestriction(
  db: Kysely<DB>,
  { accountId, institutionId }: { readonly accountId: string; readonly institutionId: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ number: string }>`
    select number from rights_requests where account_id = ${accountId}::uuid and institution_id = ${institutionId}::uuid
      and kind = 'restriction' and is_restricted(account_id, institution_id) order by asked_at desc limit 1`.execute(
    db,
  );
  return rows[0]?.number;
}

/** How many people have restricted what the institutions of this transaction do with their data. `trx` must come from `withStaff`. */
export async function countRestricted(trx: Kysely<DB>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from restrictions()`.execute(trx);
  return rows[0]?.count ?? 0;
}

/**
 * How many applications are left out since their owners restricted the institution: those that were submitted, or the
 * drafts that would be written to; of one program, by its id, or of all. `trx` must come from `withStaff`.
 */
export async function countHeldBack(
  trx: Kysely<DB>,
  { of, programId }: { readonly of: "submitted" | "drafts"; readonly programId?: string | undefined },
): Promise<number> {
  const { count } = await trx
    .selectFrom("applications as a")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where((eb) => eb.not(unrestricted("a")))
    .where("a.erased_at", "is", null)
    .$if(of === "submitted", (query) => query.where("a.round", ">", 0))
    .$if(of === "drafts", (query) => query.where("a.status", "=", "draft"))
    .$if(programId !== undefined, (query) => query.where("a.program_id", "=", programId ?? ""))
    .executeTakeFirstOrThrow();
  return count;
}
