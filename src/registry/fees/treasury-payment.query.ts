import { sql, type Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { notFound } from "../../platform/refusals.ts";
import { openPersonKey } from "../accounts/keys.ts";
import { getName } from "../accounts/name.query.ts";
import { isUuid } from "../applications/load.query.ts";
import { openTold, type Told } from "./told.ts";
import { listed, type ListedPayment, payments } from "./treasury.query.ts";

/** Something that happened to a payment. */
export interface PaymentEvent {
  readonly kind: string;
  readonly origin: string;
  readonly at: Date;
  /** Whole rupiah, where it is about money. */
  readonly amount: number | undefined;
}

/** What a treasurer says to have given back. */
export interface RefundProposal {
  readonly amount: number;
  readonly reference: string;
  readonly at: Date;
  readonly proposerId: string;
  readonly proposer: string;
}

/** One payment as treasurers see it. */
export interface TreasuryPayment extends ListedPayment {
  readonly applicationId: string;
  readonly institutionId: string;
  /** The payer's name; empty once the account is gone. */
  readonly payer: string;
  readonly refundReason: string | null;
  /** What the payer said of the transfer. */
  readonly told: Told | undefined;
  readonly toldAt: Date | null;
  readonly events: readonly PaymentEvent[];
  /** Undefined where nothing is proposed. */
  readonly proposal: RefundProposal | undefined;
}

/** A payment with its history. Throws (404) for one of another institution. Call it within `withStaff`. */
export async function getTreasuryPayment(trx: Kysely<DB>, keyring: Keyring, id: string): Promise<TreasuryPayment> {
  if (!isUuid(id)) throw notFound();
  const row = await payments(trx, { drawer: "all", program: "", sought: "", before: "" })
    .leftJoin("person_keys as k", (join) =>
      join.onRef("k.account_id", "=", "a.account_id").onRef("k.institution_id", "=", "p.institution_id"),
    )
    .leftJoin("refund_proposals as r", "r.payment_id", "p.id")
    .select(["a.id as applicationId", "a.account_id", "p.institution_id", "p.refund_reason", "p.told_at"])
    .select(["p.told_sealed", "k.key_wrapped"])
    .select(["r.amount as proposed", "r.transfer_reference", "r.proposed_at", "r.proposed_by"])
    .where("p.id", "=", id)
    .executeTakeFirst();
  if (!row) throw notFound();
  const person = { accountId: row.account_id, institutionId: row.institution_id };
  const key = row.key_wrapped && (await openPersonKey(trx, keyring, person, row.key_wrapped));
  const { proposed, proposed_by, proposed_at, transfer_reference } = row;
  return {
    ...listed(row),
    applicationId: row.applicationId,
    institutionId: row.institution_id,
    payer: key ? await getName(trx, keyring, row.account_id) : "",
    refundReason: row.refund_reason,
    told: key && row.told_sealed ? openTold(key, id, row.told_sealed) : undefined,
    toldAt: row.told_at,
    events: await listEvents(trx, id),
    proposal:
      proposed !== null && proposed_by !== null && proposed_at !== null
        ? {
            amount: Number(proposed),
            reference: transfer_reference ?? "",
            at: proposed_at,
            proposerId: proposed_by,
            proposer: await getName(trx, keyring, proposed_by),
          }
        : undefined,
  };
}

async function listEvents(trx: Kysely<DB>, paymentId: string): Promise<readonly PaymentEvent[]> {
  const rows = await trx
    .selectFrom("payment_events")
    .select(["kind", "origin", "at"])
    .select(sql<string | null>`data ->> 'amount'`.as("amount"))
    .where("payment_id", "=", paymentId)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map(({ amount, ...event }) => ({ ...event, amount: amount === null ? undefined : Number(amount) }));
}
