import type { Payment } from "../../registry/fees/payments.ts";
import { momentWords } from "../../texts/dates.ts";
import { rupiah } from "../../texts/rupiah.ts";
import { isTextKey } from "../../texts/texts.ts";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import type { PersonVisit } from "../route.ts";

/** Receipts of all money that came, and what of it is given back. */
export function PaidPayments(props: {
  readonly visit: PersonVisit;
  readonly zone: string;
  readonly payments: readonly Payment[];
}) {
  const { say } = props.visit;
  const paid = props.payments.filter(({ paidAmount }) => paidAmount !== null);
  if (paid.length === 0) return <></>;
  return (
    <section>
      <h2 class="govuk-heading-m">{say("fee.receipts")}</h2>
      {paid.map((payment) => (
        <Receipt visit={props.visit} zone={props.zone} payment={payment} />
      ))}
    </section>
  );
}

function Receipt({ visit, zone, payment }: { visit: PersonVisit; zone: string; payment: Payment }) {
  const { say, language } = visit;
  const { paidAmount, paidAt, refund, refunded, refundReason, method } = payment;
  const reason = `fee.refund_${refundReason ?? ""}`;
  return (
    <SummaryList
      card={{ title: { text: say("fee.receipt", { reference: payment.reference }), headingLevel: 3 } }}
      rows={[
        { key: { text: say("fee.came") }, value: { text: <strong>{rupiah(paidAmount ?? 0, language)}</strong> } },
        { key: { text: say("fee.method") }, value: { text: say(`fee.method_${method}`) } },
        paidAt && { key: { text: say("fee.came_at") }, value: { text: momentWords(paidAt, zone, language) } },
        refund > refunded && {
          key: { text: say("fee.refund_due") },
          value: {
            text: `${rupiah(refund - refunded, language)}${isTextKey(reason) ? ` – ${say(reason)}` : ""}`,
          },
        },
        refunded > 0 && { key: { text: say("fee.refunded") }, value: { text: rupiah(refunded, language) } },
      ]}
    />
  );
}
