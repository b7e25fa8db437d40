import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { recordAudit } from "../audit/record.ts";

/** A letter that nobody answered for so long never will be; its link is long dead. */
const UNANSWERED = "7 days";

/**
 * Erases who was behind subscriptions that nobody confirmed, and behind those whose retention, as the program stated it
 * when the person agreed, is over. Returns how many.
 */
export async function expireSubscriptions(db: Kysely<DB>): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string; institution_id: string; status: string }>`
      update subscriptions s
      set status = case s.status when 'pending' then 'expired' else 'ended' end, ended_at = app_now(),
        blind_index = null, blind_index_b = null, person_sealed = null
      from program_versions v
      where v.id = s.version_id and (
        s.status = 'pending' and s.created_at < app_now() - ${UNANSWERED}::interval
          and not exists (select from subscription_letters l where l.subscription_id = s.id and l.expires_at > app_now())
        or s.status = 'confirmed'
          and s.confirmed_at + (v.definition -> 'data' ->> 'retention')::interval < app_now())
      returning s.id, s.institution_id, s.status`.execute(trx);
    for (const row of rows) {
      await recordAudit(trx, {
        actorId: null,
        actorKind: "system",
        action: "subscription.expire",
        institutionId: row.institution_id,
        subjectKind: "subscription",
        subjectId: row.id,
        data: { status: row.status },
      });
    }
    return rows.length;
  });
}
