import { sql, type Transaction } from "kysely";
import type { DB } from "../../../platform/db/generated/schema.ts";
import type { Keyring } from "../../../platform/keys/keyring.ts";
import { getName } from "../../../registry/accounts/name.query.ts";

/** An application that a member of staff holds. Its applicant is nobody's business here. */
export interface ClaimRow {
  readonly id: string;
  readonly number: string;
  readonly round: number;
  readonly holder: string;
  readonly since: Date;
  readonly zone: string;
}

const MOST = 200;

/** What is held, the longest first, with how many there are. `trx` must come from `withStaff`. */
export async function listClaims(
  trx: Transaction<DB>,
  keyring: Keyring,
): Promise<{ readonly rows: readonly ClaimRow[]; readonly count: number; readonly now: Date }> {
  const { count, now } = await trx
    .selectFrom("applications")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .select(sql<Date>`app_now()`.as("now"))
    .where("status", "=", "in_review")
    .executeTakeFirstOrThrow();
  const held = await trx
    .selectFrom("applications as a")
    .innerJoin("institutions as i", "i.id", "a.institution_id")
    .select(["a.id", "a.receipt", "a.number", "a.round", "a.claimed_by", "a.claimed_at", "i.zone"])
    .where("a.status", "=", "in_review")
    .orderBy("a.claimed_at")
    .orderBy("a.id")
    .limit(MOST)
    .execute();
  const names = new Map<string, string>();
  for (const { claimed_by: by } of held) {
    if (by !== null && !names.has(by)) names.set(by, await getName(trx, keyring, by));
  }
  const rows = held.map((row) => ({
    id: row.id,
    number: row.number ?? row.receipt,
    round: row.round,
    holder: names.get(row.claimed_by ?? "") ?? "",
    since: row.claimed_at ?? now,
    zone: row.zone,
  }));
  return { rows, count, now };
}
