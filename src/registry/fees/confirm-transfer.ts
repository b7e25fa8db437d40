import { sql } from "kysely";
import { conflict } from "../../platform/refusals.ts";
import { withStaff } from "../reviews/with-staff.ts";
import { recordPayment } from "./record-payment.ts";
import { holdPayment, type TreasuryAct, type TreasuryServices } from "./treasurer.ts";

/** A line of the bank's statement, as the treasurer reads it. */
export interface SeenTransfer {
  /** Day of the calendar as 2026-11-21, in the institution's zone. */
  readonly day: string;
  /** Whole rupiah as they came, whatever was asked. */
  readonly amount: number;
  /** What the bank calls it. */
  readonly reference: string;
}

/**
 * Records a transfer that a treasurer saw on the statement. `meanwhile`: the payment has money now and had none on the
 * treasurer's page (`again` says that it had, and that this is more). `line_taken`: a transfer with this day and
 * reference was recorded before. `future`: the day has not come. None of them changes anything. Refuses (409) what is paid by a gateway.
 */
export async function confirmTransfer(
  { db, keyring }: TreasuryServices,
  act: TreasuryAct & SeenTransfer & { readonly again: boolean },
): Promise<"recorded" | "meanwhile" | "line_taken" | "future"> {
  const { actorId, amount, day, reference, again } = act;
  return withStaff(db, act.institutions, async (trx) => {
    const held = await holdPayment(trx, act);
    if (held.method !== "transfer") throw conflict("payment_of_gateway");
    if (held.paid_amount !== null && !again) return "meanwhile";
    const { rows } = await sql<{ at: Date; future: boolean }>`
      select (${day}::date + time '12:00') at time zone ${held.zone} as at,
        ${day}::date > (app_now() at time zone ${held.zone})::date as future`.execute(trx);
    const [noon] = rows;
    if (!noon || noon.future) return "future";
    const recorded = await recordPayment(trx, keyring, {
      paymentId: held.id,
      amount,
      transactionId: `seen ${day} ${reference.toUpperCase()}`,
      at: noon.at,
      origin: "treasurer",
      actorId,
    });
    return recorded.outcome === "recorded" ? "recorded" : "line_taken";
  });
}
