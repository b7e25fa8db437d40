import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { GatewayOf } from "../../platform/payments/gateway.ts";
import { enqueue } from "../../platform/queue/enqueue.ts";
import { askGatewaysJob } from "./ask-gateways.ts";

/**
 * Takes what a gateway, or anybody, posted as a notification to an institution's address. What the gateway signed makes us
 * ask it soon for the end of that order, unless that is known; whatever else it says is not read. One order is asked for
 * at most every five seconds, however often the same is posted. `db` is `daftar_web`'s.
 */
export async function hearGateway(
  { db, gatewayOf }: { readonly db: Kysely<DB>; readonly gatewayOf: GatewayOf },
  heard: { readonly institution: string; readonly body: string },
): Promise<void> {
  const reference = gatewayOf(heard.institution)?.readNotification(heard.body);
  if (reference === undefined) return;
  await db.transaction().execute(async (trx) => {
    const due = await trx
      .updateTable("gateway_asks as g")
      .from(["payments as p", "institutions as i"])
      .set({
        ask_at: sql<Date>`least(g.ask_at, greatest(app_now(), coalesce(g.asked_at, '-infinity') + interval '5 seconds'))`,
      })
      .whereRef("p.id", "=", "g.payment_id")
      .whereRef("i.id", "=", "p.institution_id")
      .where("p.gateway_reference", "=", reference)
      .where("i.slug", "=", heard.institution)
      .returning("g.ask_at")
      .executeTakeFirst();
    if (due) await enqueue(trx, askGatewaysJob, {}, { key: askGatewaysJob, runAt: due.ask_at });
  });
}
