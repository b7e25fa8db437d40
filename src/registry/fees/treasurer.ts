import { sql, type Kysely, type Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { notAllowed, notFound } from "../../platform/refusals.ts";
import { isUuid } from "../applications/load.query.ts";

/** What the acts of a treasurer work with; `db` is a connection of `daftar_staff`. */
export interface TreasuryServices {
  readonly db: Kysely<DB>;
  readonly keyring: Keyring;
}

/** Who acts on which payment. `institutions` are those in which the actor may. */
export interface TreasuryAct {
  readonly paymentId: string;
  readonly actorId: string;
  readonly institutions: readonly string[];
}

/**
 * Holds a payment with its application, in that order, so that of two treasurers the second sees what the first did.
 * Refuses (404) other institutions' payments, and (403) the payer, who is no treasurer of their own money.
 */
export async function holdPayment(trx: Transaction<DB>, { paymentId, actorId }: TreasuryAct) {
  if (!isUuid(paymentId)) throw notFound();
  const application = await trx
    .selectFrom("applications as a")
    .innerJoin("payments as p", "p.application_id", "a.id")
    .select(["a.id", "a.account_id"])
    .where("p.id", "=", paymentId)
    .forUpdate("a")
    .executeTakeFirst();
  if (!application) throw notFound();
  if (application.account_id === actorId) throw notAllowed();
  const payment = await trx
    .selectFrom("payments as p")
    .innerJoin("institutions as i", "i.id", "p.institution_id")
    .select(["p.id", "p.institution_id", "p.application_id", "p.reference", "p.method", "p.status", "p.paid_amount"])
    .select(["i.zone"])
    .select(sql<string>`p.refund - p.refunded`.as("owed"))
    .where("p.id", "=", paymentId)
    .executeTakeFirstOrThrow();
  return { ...payment, accountId: application.account_id, owed: Number(payment.owed) };
}

export type HeldPayment = Awaited<ReturnType<typeof holdPayment>>;
