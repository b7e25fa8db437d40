import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { recordAudit } from "../audit/record.ts";
import { readLink } from "./link.ts";

/**
 * Ends the subscription that a link to leave names, and erases who it was: only id, status and times stay. `by` tells
 * the person's own press from the mail reader's button (RFC 8058). False when there is nothing left to end.
 */
export async function leaveSubscription(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  token: string,
  by: "page" | "one_click",
): Promise<boolean> {
  const id = readLink(services.keyring, "leave", token);
  if (id === undefined) return false;
  return services.db.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable("subscriptions")
      .set({ status: "ended", ended_at: sql`app_now()`, blind_index: null, blind_index_b: null, person_sealed: null })
      .where("id", "=", id)
      .where("status", "in", ["pending", "confirmed"])
      .returning("institution_id")
      .executeTakeFirst();
    if (!ended) return false;
    await recordAudit(trx, {
      actorId: null,
      actorKind: "visitor",
      action: "subscription.leave",
      institutionId: ended.institution_id,
      subjectKind: "subscription",
      subjectId: id,
      data: { by },
    });
    return true;
  });
}
