import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { type GatewayAnswer, type GatewayOf, GatewaySilent } from "../../platform/payments/gateway.ts";
import { recordPayment } from "./record-payment.ts";

/** Name of the job that asks gateways what became of orders. */
export const askGatewaysJob = "ask-gateways";

/** So many questions in one run; what is left waits for the next minute. */
const MOST = 500;

interface AskServices {
  /** A connection of `daftar_worker`. */
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
  readonly gatewayOf: GatewayOf;
}

interface Order {
  readonly id: string;
  readonly gateway_reference: string;
  readonly slug: string;
}

/**
 * Asks for every order whose time has come, one after the other, and records what was paid. A gateway that is silent is
 * left alone for the rest of the run, and its orders keep their time. One order of which it says what is not understood,
 * or whose payment cannot be recorded, waits longer and keeps no other back; of the latter the first error is thrown when
 * all were asked.
 */
export async function askGateways(services: AskServices): Promise<void> {
  const silent = new Set<string>();
  const failed: unknown[] = [];
  for (let asked = 0; asked < MOST; asked++) {
    const order = await nextDue(services.db, [...silent]);
    if (!order) break;
    try {
      const answer = await services.gatewayOf(order.slug)?.ask(order.gateway_reference);
      if (answer) await take(services, order, answer);
      else silent.add(order.slug);
    } catch (error) {
      if (error instanceof GatewaySilent && !error.answered) {
        silent.add(order.slug);
      } else {
        if (!(error instanceof GatewaySilent)) failed.push(error);
        await putOff(services.db, order.id);
      }
    }
  }
  if (failed.length > 0) throw failed[0];
}

async function nextDue(db: Kysely<DB>, without: readonly string[]): Promise<Order | undefined> {
  const row = await db
    .selectFrom("gateway_asks as g")
    .innerJoin("payments as p", "p.id", "g.payment_id")
    .innerJoin("institutions as i", "i.id", "p.institution_id")
    .select(["p.id", "i.slug"])
    .select(sql<string>`p.gateway_reference`.as("gateway_reference"))
    .where("g.ask_at", "<=", sql<Date>`app_now()`)
    .$if(without.length > 0, (query) => query.where("i.slug", "not in", without))
    .orderBy("g.ask_at")
    .limit(1)
    .executeTakeFirst();
  return row;
}

async function take({ db, keyring }: AskServices, order: Order, answer: GatewayAnswer): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (answer.state === "waiting") {
      await putOff(trx, order.id);
      return rest(trx, order.id);
    }
    if (answer.state === "paid") {
      const { amount, at } = answer;
      const transactionId = order.gateway_reference;
      await recordPayment(trx, keyring, {
        paymentId: order.id,
        amount,
        transactionId,
        at,
        origin: "gateway",
        actorId: null,
      });
    } else {
      await endOrder(trx, order.id, answer.state);
    }
    await trx.deleteFrom("gateway_asks").where("payment_id", "=", order.id).execute();
  });
}

/** Pauses grow from two minutes to an hour. */
async function putOff(db: Kysely<DB>, paymentId: string): Promise<void> {
  await sql`
    update gateway_asks set asks = asks + 1, asked_at = app_now(),
      ask_at = app_now() + least(interval '2 minutes' * (2 ^ least(asks, 10)), interval '1 hour')
      where payment_id = ${paymentId}::uuid`.execute(db);
}

/** A day after its end an order that nobody paid is asked for no more, unless the gateway tells of it. */
async function rest(trx: Kysely<DB>, paymentId: string): Promise<void> {
  await sql`
    update gateway_asks g set ask_at = 'infinity' from payments p
      where g.payment_id = ${paymentId}::uuid and p.id = g.payment_id and p.expires_at < app_now() - interval '1 day'`.execute(
    trx,
  );
}

/** The gateway takes no money for this order any more, so that another can be begun. */
async function endOrder(trx: Kysely<DB>, paymentId: string, state: "expired" | "failed"): Promise<void> {
  await sql`
    with ended as (
      update payments set status = 'cancelled' where id = ${paymentId}::uuid and status = 'waiting' returning id, institution_id
    )
    select note_payment(id, institution_id, 'cancelled', 'gateway', null, jsonb_build_object('reason', ${state}::text))
      from ended`.execute(trx);
}
