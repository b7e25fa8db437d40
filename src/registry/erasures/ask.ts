import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { AccountServices } from "../accounts/services.ts";
import { newReceipt } from "../applications/receipt.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import type { Session } from "../sessions/session.ts";

/** What is to be erased: everything at one institution, or the whole account. */
export type ErasureScope = { readonly institutionId: string } | "account";

/**
 * `in_review`: an application is being decided and must be withdrawn first; `roles`: an account with roles of staff is
 * kept until they are taken away; `unknown`: the institution keeps nothing of the person; `waiting`: another one waits;
 * `cooling`: the account was recovered a short while ago.
 */
type ErasureProblem = "in_review" | "roles" | "unknown" | "waiting" | "cooling";

/** Asks for an erasure, which is done 72 hours later unless its owner takes it back. They are told by letter at once. */
export async function askForErasure(
  { db, keyring }: Pick<AccountServices, "db" | "keyring">,
  session: Session,
  scope: ErasureScope,
): Promise<{ readonly number: string } | { readonly problem: ErasureProblem }> {
  const { accountId } = session;
  const institutionId = scope === "account" ? null : scope.institutionId;
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`erasure ${accountId}`}, 0))`.execute(trx);
    const problem = await findProblem(trx, accountId, institutionId);
    if (problem) return { problem };
    const id = uuidv7();
    const number = newReceipt("H");
    const { due_at } = await trx
      .insertInto("erasures")
      .values({ id, number, account_id: accountId, institution_id: institutionId })
      .returning("due_at")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, {
      actorId: accountId,
      actorKind: session.staff ? "staff" : "applicant",
      action: "account.ask_erasure",
      institutionId,
      subjectKind: "account",
      subjectId: accountId,
      data: { erasure: id },
    });
    await notify(trx, keyring, { accountId, kind: "erasure_asked", data: { number, until: due_at.toISOString() } });
    return { number };
  });
}

async function findProblem(
  trx: Kysely<DB>,
  accountId: string,
  institutionId: string | null,
): Promise<ErasureProblem | undefined> {
  const { rows } = await sql<{ readonly problem: ErasureProblem | null }>`
    select case
      when exists (select from erasures e where e.account_id = ${accountId}::uuid
        and e.undone_at is null and e.void_at is null and e.done_at is null) then 'waiting'
      when (select a.cooling_until > app_now() from accounts a where a.id = ${accountId}::uuid) then 'cooling'
      when ${institutionId}::uuid is null and exists (select from staff_roles r where r.account_id = ${accountId}::uuid)
        then 'roles'
      when ${institutionId}::uuid is not null and not exists (select from person_keys k
        where k.account_id = ${accountId}::uuid and k.institution_id = ${institutionId}::uuid) then 'unknown'
      when is_in_review(${accountId}::uuid, ${institutionId}::uuid) then 'in_review'
    end as problem`.execute(trx);
  return rows[0]?.problem ?? undefined;
}
