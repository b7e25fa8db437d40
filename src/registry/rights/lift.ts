import { sql } from "kysely";
import type { AccountServices } from "../accounts/services.ts";
import { type Asker, recordRight } from "./ask.ts";

/** Ends a restriction that the person asked for. False when none of this number holds any more. */
export async function liftRestriction(
  { db }: Pick<AccountServices, "db">,
  session: Asker,
  number: string,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const lifted = await trx
      .updateTable("rights_requests")
      .set({ lifted_at: sql`app_now()` })
      .where("number", "=", number)
      .where("account_id", "=", session.accountId)
      .where("kind", "=", "restriction")
      .where("lifted_at", "is", null)
      .where("void_at", "is", null)
      .where((eb) => eb.or([eb("answer", "is", null), eb("answer", "!=", "refused")]))
      .returning(["id", "institution_id", "kind"])
      .executeTakeFirst();
    if (!lifted) return false;
    const { id: requestId, institution_id: institutionId, kind } = lifted;
    await recordRight(trx, session, { action: "right.lift", institutionId, requestId, kind });
    return true;
  });
}
