import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { enqueue } from "../../platform/queue/enqueue.ts";
import type { AccountServices } from "../accounts/services.ts";
import { newReceipt } from "../applications/receipt.ts";
import { recordAudit } from "../audit/record.ts";
import type { Session } from "../sessions/session.ts";

/** Name of the job that makes a copy. */
export const makeDataCopyJob = "make-data-copy";

/** So many copies may be asked for within 24 hours. */
const MOST = 3;

/**
 * Asks for a copy of all that is kept of the person; the job makes it within minutes. One at a time: `waiting` while
 * another is being made, `enough` after three in a day.
 */
export async function askForCopy(
  { db }: Pick<AccountServices, "db">,
  session: Session,
  language: "id" | "en",
): Promise<{ readonly number: string } | { readonly problem: "waiting" | "enough" }> {
  const { accountId } = session;
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`data copy ${accountId}`}, 0))`.execute(trx);
    const lately = await trx
      .selectFrom("data_copies")
      .select("ready_at")
      .where("account_id", "=", accountId)
      .where("asked_at", ">", sql<Date>`app_now() - interval '24 hours'`)
      .execute();
    // A job that failed for a day has given up: then another one may be asked for.
    if (lately.some(({ ready_at }) => ready_at === null)) return { problem: "waiting" as const };
    if (lately.length >= MOST) return { problem: "enough" as const };
    const id = uuidv7();
    const number = newReceipt("S");
    await trx.insertInto("data_copies").values({ id, number, account_id: accountId, language }).execute();
    await recordAudit(trx, {
      actorId: accountId,
      actorKind: session.staff ? "staff" : "applicant",
      action: "account.ask_copy",
      subjectKind: "account",
      subjectId: accountId,
      data: { copy: id },
    });
    await enqueue(trx, makeDataCopyJob, { copyId: id });
    return { number };
  });
}
