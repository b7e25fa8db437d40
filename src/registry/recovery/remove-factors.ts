import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { removeFactorsJob } from "./lost-factor.ts";

/** A letter that could not go out yet told nobody; so long until we look again. */
const LATER_MS = 3_600_000;

/**
 * Removes lost factors. The database itself refuses while not everybody was told 72 hours ago; then it is tried again.
 * `db` is the worker's connection, since nobody else may take factors from an account.
 */
export async function removeFactors(
  { db, keyring }: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  removalId: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const removal = await trx
      .selectFrom("factor_removals")
      .select("account_id")
      .select(sql<Date>`app_now()`.as("now"))
      .where("id", "=", removalId)
      .executeTakeFirst();
    if (!removal) return;
    const accountId = removal.account_id;
    const { rows } = await sql<{ outcome: string }>`select remove_factors(${removalId}) as outcome`.execute(trx);
    const outcome = rows[0]?.outcome;
    if (outcome === "early") {
      const runAt = new Date(removal.now.getTime() + LATER_MS);
      await enqueue(trx, removeFactorsJob, { removalId }, { key: `${removeFactorsJob} ${removalId}`, runAt });
    }
    if (outcome !== "done") return;
    await notify(trx, keyring, { accountId, kind: "factor_removed", data: {} });
    await recordAudit(trx, {
      actorId: null,
      actorKind: "system",
      action: "account.remove_lost_factors",
      subjectKind: "account",
      subjectId: accountId,
    });
  });
}
