import { sql, type Transaction } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import type { Keyring } from "../../platform/keys/keyring.ts";
import { conflict, notAllowed } from "../../platform/refusals.ts";
import { recordAudit } from "../audit/record.ts";
import { notify } from "../notices/notify.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { titleToTell } from "./record-payment.ts";
import { holdPayment, type HeldPayment, type TreasuryAct, type TreasuryServices } from "./treasurer.ts";

/**
 * A treasurer says to have given back what a payment owes, under the bank's reference; it waits for a second person.
 * Refuses (409) where nothing is to be given back, or somebody said so already.
 */
export async function proposeRefund(
  { db }: TreasuryServices,
  act: TreasuryAct & { readonly reference: string },
): Promise<void> {
  await withStaff(db, act.institutions, async (trx) => {
    const held = await holdPayment(trx, act);
    if (held.status !== "refund_due") throw conflict("payment_changed");
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto("refund_proposals")
      .values({
        payment_id: held.id,
        institution_id: held.institution_id,
        amount: held.owed,
        transfer_reference: act.reference,
        proposed_by: act.actorId,
      })
      .onConflict((clash) => clash.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) throw conflict("payment_changed");
    await audit(trx, act.actorId, held, "payment.propose_refund", { amount: held.owed });
  });
}

/**
 * A second person confirms what was proposed, and the payer is told; or anybody who may takes the proposal back
 * (`denied`). What was sent is noted also where another amount, or nothing, is owed by now: the application may have been
 * reopened meanwhile. Refuses (403) the proposer's own confirmation, and (409) what is not proposed any more.
 */
export async function answerRefund(
  { db, keyring }: TreasuryServices,
  act: TreasuryAct & { readonly answer: "confirmed" | "denied" },
): Promise<void> {
  await withStaff(db, act.institutions, async (trx) => {
    const held = await holdPayment(trx, act);
    const proposal = await trx
      .deleteFrom("refund_proposals")
      .where("payment_id", "=", held.id)
      .returning(["amount", "proposed_by"])
      .executeTakeFirst();
    if (!proposal) throw conflict("payment_changed");
    const data = { amount: Number(proposal.amount), proposed_by: proposal.proposed_by };
    if (act.answer === "denied") return audit(trx, act.actorId, held, "payment.deny_refund", data);
    if (proposal.proposed_by === act.actorId) throw notAllowed();
    const { rows } = await sql<{ done: boolean }>`
      select refund_payment(${held.id}::uuid, ${data.amount}::bigint, ${act.actorId}::uuid) as done`.execute(trx);
    if (rows[0]?.done !== true) throw conflict("payment_changed");
    await audit(trx, act.actorId, held, "payment.confirm_refund", data);
    await tell(trx, keyring, held, data.amount);
  });
}

async function tell(trx: Transaction<DB>, keyring: Keyring, held: HeldPayment, amount: number): Promise<void> {
  const programTitle = await titleToTell(trx, held.application_id);
  if (programTitle === undefined) return;
  await notify(trx, keyring, {
    accountId: held.accountId,
    kind: "refunded",
    applicationId: held.application_id,
    data: { programTitle, payment: { reference: held.reference, amount, rest: 0, refund: 0 } },
  });
}

function audit(
  trx: Transaction<DB>,
  actorId: string,
  held: HeldPayment,
  action: string,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  return recordAudit(trx, {
    actorId,
    actorKind: "staff",
    action,
    institutionId: held.institution_id,
    subjectKind: "application",
    subjectId: held.application_id,
    data: { payment: held.id, ...data },
  });
}
