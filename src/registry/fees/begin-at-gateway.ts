import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { type GatewayOf, GatewaySilent } from "../../platform/payments/gateway.ts";

/** Where the payer and the gateway find us; addresses with their host. */
export interface WaysBack {
  readonly returnTo: string;
  notifyTo(institution: string): string;
}

/**
 * Begins an open order of this account at the gateway, or gives the address where that was done already. Two tries at once
 * begin two orders there, of which one is kept; the address of the other is told to nobody. `silent`: the gateway does not
 * answer, and the order stands. `unknown`: there is no such order, or it is not open any more. `db` is `daftar_web`'s.
 */
export async function beginAtGateway(
  services: { readonly db: Kysely<DB>; readonly gatewayOf: GatewayOf },
  { paymentId, accountId, ways }: { readonly paymentId: string; readonly accountId: string; readonly ways: WaysBack },
): Promise<{ readonly url: string } | "silent" | "unknown"> {
  const { db, gatewayOf } = services;
  const order = await findOrder(db, paymentId, accountId);
  if (!order) return "unknown";
  if (order.gateway_url !== null) return { url: order.gateway_url };
  try {
    const begun = await gatewayOf(order.slug)?.begin({
      reference: order.reference,
      amount: Number(order.amount),
      minutes: order.minutes,
      returnTo: ways.returnTo,
      notifyTo: ways.notifyTo(order.slug),
    });
    if (!begun) return "silent";
    if (await keep(db, paymentId, begun)) return { url: begun.url };
  } catch (error) {
    if (error instanceof GatewaySilent) return "silent";
    throw error;
  }
  const kept = await findOrder(db, paymentId, accountId);
  return kept?.gateway_url ? { url: kept.gateway_url } : "unknown";
}

async function findOrder(db: Kysely<DB>, paymentId: string, accountId: string) {
  return db
    .selectFrom("payments as p")
    .innerJoin("applications as a", "a.id", "p.application_id")
    .innerJoin("institutions as i", "i.id", "p.institution_id")
    .select(["p.reference", "p.amount", "p.gateway_url", "i.slug"])
    .select(sql<number>`(extract(epoch from p.expires_at - app_now()) / 60)::float8`.as("minutes"))
    .where("p.id", "=", paymentId)
    .where("a.account_id", "=", accountId)
    .where("p.method", "=", "gateway")
    .where("p.status", "=", "waiting")
    .where("p.expires_at", ">", sql<Date>`app_now()`)
    .executeTakeFirst();
}

/** Keeps where the order stands, and has it asked for; false when another try was faster. */
async function keep(
  db: Kysely<DB>,
  paymentId: string,
  begun: { readonly gatewayReference: string; readonly url: string },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("payments")
      .set({ gateway_reference: begun.gatewayReference, gateway_url: begun.url })
      .where("id", "=", paymentId)
      .where("gateway_reference", "is", null)
      .where("status", "=", "waiting")
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await trx
      .insertInto("gateway_asks")
      .values({ payment_id: paymentId, ask_at: sql<Date>`app_now() + interval '2 minutes'` })
      .execute();
    return true;
  });
}
