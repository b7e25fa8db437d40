import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { removeFactorsJob } from "./lost-factor.ts";

/** A letter that could not go out yet told nobody; so long until we look again. */
const LATER_MS = 3_600_000;
/** What nobody could be told of for so long came to nothing, so that its owner can ask anew. */
const GIVEN_UP = "30 days";

/**
 * Removes lost factors. The database itself refuses while not everybody was told 72 hours ago; then it is tried again,
 * for a month.
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
      .select(sql<boolean>`told_at <= app_now() - ${GIVEN_UP}::interval`.as("old"))
      .where("id", "=", removalId)
      .executeTakeFirst();
    if (!removal) return;
    const accountId = removal.account_id;
    const { rows } = await sql<{ outcome: string }>`select remove_factors(${removalId}) as outcome`.execute(trx);
    const outcome = rows[0]?.outcome;
    if (outcome === "early" && removal.old) {
      await trx
        .updateTable("factor_removals")
        .set({ void_at: sql`app_now()` })
        .where("id", "=", removalId)
        .execute();
      return record(trx, accountId, "account.help_void");
    }
    if (outcome === "early") {
      const runAt = new Date(removal.now.getTime() + LATER_MS);
      await enqueue(trx, removeFactorsJob, { removalId }, { key: `${removeFactorsJob} ${removalId}`, runAt });
    }
    if (outcome !== "done") return;
    await notify(trx, keyring, { accountId, kind: "factor_removed", data: {} });
    await record(trx, accountId, "account.remove_lost_factors");
  });
}

function record(trx: Kysely<DB>, accountId: string, action: string): Promise<void> {
  return recordAudit(trx, {
    actorId: null,
    actorKind: "system",
    action,
    subjectKind: "account",
    subjectId: accountId,
  });
}
