import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { recordAudit } from "../audit/record.ts";
import { listColleagues } from "./receivers.query.ts";

/**
 * Gives back the tickets of somebody who may no longer answer at an institution, or nobody else could ever take them: what
 * is open waits for anybody, with an audit record each, and what is answered does not come back to them by a reply. Does
 * nothing for whoever still may. `trx` must come from `withStaff`.
 */
export async function releaseAll(
  trx: Kysely<DB>,
  who: { readonly accountId: string; readonly institutionId: string; readonly actorId: string },
): Promise<void> {
  const { accountId, institutionId, actorId } = who;
  if ((await listColleagues(trx, institutionId)).includes(accountId)) return;
  const released = await trx
    .updateTable("tickets")
    .set({ agent_id: null, status: sql`case when status = 'working' then 'received' else status end` })
    .where("agent_id", "=", accountId)
    .where("institution_id", "=", institutionId)
    .returning(["id", "status"])
    .execute();
  for (const { id, status } of released) {
    if (status === "answered") continue;
    await recordAudit(trx, {
      actorId,
      actorKind: "staff",
      action: "ticket.release",
      institutionId,
      subjectKind: "ticket",
      subjectId: id,
    });
  }
}
