import { sql, type Kysely, type Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { newReceipt } from "../applications/receipt.ts";
import { notify } from "../notices/notify.ts";

/** Money that came, as the gateway or the treasurer says it. */
export interface Arrival {
  /** The order for which it came. */
  readonly paymentId: string;
  /** Whole rupiah, as they came. */
  readonly amount: number;
  /** The gateway's transaction, or the line of the statement: the same is taken once. */
  readonly transactionId: string;
  /** When it came, by the gateway or the bank. */
  readonly at: Date;
  readonly origin: "gateway" | "treasurer";
  /** The treasurer; null where the gateway says it. */
  readonly actorId: string | null;
}

export type Recorded =
  | {
      /** `already`: this transaction was recorded before, and nothing changed. */
      readonly outcome: "recorded" | "already";
      /** The payment that holds the money: the order, or one of its own where the order had been paid. */
      readonly paymentId: string;
      readonly counted: number;
      readonly refund: number;
      /** What is still to be paid after it. */
      readonly rest: number;
    }
  | { readonly outcome: "unknown" };

/**
 * The one way by which a payment becomes paid, in one transaction with its history, the audit record, the letter and
 * whether the application is complete. Too little is counted and leaves a rest; what is too much, or comes when nothing
 * is to be paid any more, is to be given back. Under `withStaff` only orders of one's institutions are known.
 */
export async function recordPayment(
  trx: Transaction<DB>,
  keyring: Keyring,
  { paymentId, amount, transactionId, at, origin, actorId }: Arrival,
): Promise<Recorded> {
  const { rows } = await sql<Row>`
    select * from record_payment(${paymentId}::uuid, ${amount}::bigint, ${transactionId}, ${at}::timestamptz, ${origin},
      ${actorId}::uuid, ${uuidv7()}::uuid, ${newReceipt("B")})`.execute(trx);
  const [row] = rows;
  if (!row || row.outcome === "unknown") return { outcome: "unknown" };
  const recorded = {
    outcome: row.outcome,
    paymentId: row.payment,
    counted: row.counts,
    refund: row.back,
    rest: row.rest,
  };
  if (row.outcome === "recorded") await tell(trx, keyring, row, { amount, ...recorded });
  return recorded;
}

interface Row {
  readonly outcome: "recorded" | "already" | "unknown";
  readonly payment: string;
  readonly application: string;
  readonly account: string;
  readonly counts: number;
  readonly back: number;
  readonly rest: number;
}

/** What a letter calls the program of an application; undefined where its person was erased, and nobody is to be told. */
export async function titleToTell(
  trx: Kysely<DB>,
  applicationId: string,
): Promise<{ readonly id: string; readonly en: string } | undefined> {
  const { title, isErased } = await trx
    .selectFrom("applications as a")
    .innerJoin("program_versions as v", "v.id", "a.version_id")
    .select(sql<{ id: string; en: string }>`v.definition -> 'title'`.as("title"))
    .select(sql<boolean>`a.erased_at is not null`.as("isErased"))
    .where("a.id", "=", applicationId)
    .executeTakeFirstOrThrow();
  return isErased ? undefined : title;
}

async function tell(
  trx: Kysely<DB>,
  keyring: Keyring,
  row: Row,
  { amount, refund, rest }: { readonly amount: number; readonly refund: number; readonly rest: number },
): Promise<void> {
  const { reference } = await trx
    .selectFrom("payments")
    .select("reference")
    .where("id", "=", row.payment)
    .executeTakeFirstOrThrow();
  const programTitle = await titleToTell(trx, row.application);
  if (programTitle === undefined) return;
  await notify(trx, keyring, {
    accountId: row.account,
    kind: "payment_received",
    applicationId: row.application,
    data: { programTitle, payment: { reference, amount, rest, refund } },
  });
}
