import { type Kysely, sql } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { recordAudit } from "../audit/record.ts";
import { oweLetter } from "./letter.ts";
import { readLink } from "./link.ts";

/**
 * Uses a link to confirm up and sends the welcome letter. False when the link is used, expired or unknown. Of two posts
 * at once one counts; a second letter's link to a subscription that is confirmed already changes nothing.
 */
export async function confirmSubscription(
  services: { readonly db: Kysely<DB>; readonly keyring: Keyring },
  token: string,
): Promise<boolean> {
  const letterId = readLink(services.keyring, "confirm", token);
  if (letterId === undefined) return false;
  return services.db.transaction().execute(async (trx) => {
    const letter = await trx
      .updateTable("subscription_letters")
      .set({ used_at: sql`app_now()` })
      .where("id", "=", letterId)
      .where("kind", "=", "confirm")
      .where("used_at", "is", null)
      .where("expires_at", ">", sql<Date>`app_now()`)
      .returning("subscription_id")
      .executeTakeFirst();
    if (!letter) return false;
    const changed = await trx
      .updateTable("subscriptions")
      .set({ status: "confirmed", confirmed_at: sql`app_now()` })
      .where("id", "=", letter.subscription_id)
      .where("status", "=", "pending")
      .returning("institution_id")
      .executeTakeFirst();
    if (changed) await welcome(trx, letter.subscription_id, changed.institution_id);
    return true;
  });
}

async function welcome(trx: Kysely<DB>, id: string, institutionId: string): Promise<void> {
  await oweLetter(trx, id, "welcome");
  await recordAudit(trx, {
    actorId: null,
    actorKind: "visitor",
    action: "subscription.confirm",
    institutionId,
    subjectKind: "subscription",
    subjectId: id,
  });
}
