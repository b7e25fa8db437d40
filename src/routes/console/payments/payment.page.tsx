import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import type { TreasuryPayment } from "../../../registry/fees/treasury-payment.query.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { rupiah } from "../../../texts/rupiah.ts";
import { isTextKey } from "../../../texts/texts.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { InsetText } from "../../../ui/inset-text/inset-text.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Table } from "../../../ui/table/table.tsx";
import type { StaffVisit } from "../../route.ts";
import { fieldError, FormErrors } from "../accounts/asking-fields.tsx";
import { paymentTag } from "./payments.page.tsx";

/** What may be wrong with the forms of a payment, by field. */
export type PaymentFaults = Partial<
  Readonly<Record<"day" | "amount" | "reference" | "sent_reference", string | undefined>>
>;

export interface PaymentPageProps {
  readonly visit: StaffVisit;
  readonly payment: TreasuryPayment;
  readonly errors: PaymentFaults;
  /** True where a form came to nothing since the payment changed meanwhile. */
  readonly meanwhile: boolean;
  readonly mayKeep: boolean;
  readonly mayConfirm: boolean;
}

const deeds = ["recorded", "proposed", "confirmed", "denied"] as const;

/** One payment with its history, and what a treasurer may do about it. */
export function PaymentPage(props: PaymentPageProps) {
  const { visit, payment, errors, meanwhile, mayKeep } = props;
  const { say } = visit;
  const faults = Object.fromEntries(Object.entries(errors).flatMap(([name, text]) => (text ? [[name, text]] : [])));
  const done = deeds.find((one) => one === visit.url.searchParams.get("done"));
  const owes = payment.status === "refund_due";
  return (
    <>
      <FormErrors visit={visit} errors={faults} />
      {done !== undefined && visit.request.method === "GET" && (
        <NotificationBanner
          type="success"
          titleText={say("console.success")}
          text={say(`console.payment.done.${done}`)}
        />
      )}
      {meanwhile && <NotificationBanner titleText={say("console.success")} text={say("console.payment.meanwhile")} />}
      <h1 class="govuk-heading-l">{say("console.payment.title", { reference: payment.reference })}</h1>
      <p class="govuk-body">
        <StatusTag {...paymentTag(payment.drawer, say)} />
      </p>
      <Facts {...props} />
      {payment.proposal && <Proposal {...props} />}
      {owes && !payment.proposal && mayKeep && <Propose {...props} />}
      {mayKeep && payment.method === "transfer" && <Confirm {...props} />}
      <History {...props} />
    </>
  );
}

function Facts({ visit: { say, language }, payment }: PaymentPageProps) {
  const money = (amount: number) => rupiah(amount, language);
  const moment = (at: Date) => shortMoment(at, payment.zone, language);
  const { told, toldAt, paidAmount, paidAt, refundReason } = payment;
  const reason = `console.payment.reason.${refundReason ?? ""}`;
  const toldWords = told ? [told.bank, told.name, told.at, told.note].filter(Boolean).join(" · ") : "";
  return (
    <SummaryList
      rows={[
        { key: { text: say("console.payments.program") }, value: { text: payment.program[language] } },
        { key: { text: say("console.payment.payer") }, value: { text: payment.payer || say("console.payment.gone") } },
        {
          key: { text: say("console.payment.method") },
          value: { text: say(`console.payment.method.${payment.method}`) },
        },
        { key: { text: say("console.payment.amount") }, value: { text: money(payment.amount) } },
        { key: { text: say("console.payment.until") }, value: { text: moment(payment.expiresAt) } },
        toldAt !== null && {
          key: { text: say("console.payment.told") },
          value: { text: [moment(toldAt), toldWords].filter(Boolean).join(": ") },
        },
        paidAmount !== null &&
          paidAt !== null && {
            key: { text: say("console.payment.came") },
            value: { text: say("console.payment.came_at", { amount: money(paidAmount), at: moment(paidAt) }) },
          },
        payment.transactionId !== null && {
          key: { text: say("console.payment.transaction") },
          value: { text: payment.transactionId },
        },
        paidAmount !== null && {
          key: { text: say("console.payment.counted") },
          value: { text: money(payment.counted) },
        },
        payment.refund > payment.refunded && {
          key: { text: say("console.payment.refund") },
          value: {
            text: say("console.payment.refund_because", {
              amount: money(payment.refund - payment.refunded),
              reason: isTextKey(reason) ? say(reason) : "",
            }),
          },
        },
        payment.refunded > 0 && {
          key: { text: say("console.payment.refunded") },
          value: { text: money(payment.refunded) },
        },
      ]}
    />
  );
}

/** A line of the statement, as it stands there. */
function Confirm({ visit, payment, errors }: PaymentPageProps) {
  const { say, form, csrf } = visit;
  const again = payment.paidAmount !== null;
  return (
    <section class="daftar-section">
      <h2 class="govuk-heading-m">{say(again ? "console.payment.confirm_again" : "console.payment.confirm")}</h2>
      <p class="govuk-body">{say("console.payment.confirm_text")}</p>
      <form method="post" action={paths.console.payment(payment.id)} novalidate>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="act" value="confirm" />
        {again && <input type="hidden" name="again" value="yes" />}
        <Input
          name="day"
          type="date"
          label={{ text: say("console.payment.day") }}
          value={first(form, "day")}
          classes="govuk-input--width-10"
          {...fieldError(visit, errors.day)}
        />
        <Input
          name="amount"
          label={{ text: say("console.payment.seen_amount") }}
          prefix={{ text: "Rp" }}
          inputmode="numeric"
          autocomplete="off"
          value={first(form, "amount")}
          classes="govuk-input--width-10"
          {...fieldError(visit, errors.amount)}
        />
        <Input
          name="reference"
          label={{ text: say("console.payment.reference") }}
          hint={{ text: say("console.payment.reference_hint") }}
          autocomplete="off"
          spellcheck={false}
          value={first(form, "reference")}
          {...fieldError(visit, errors.reference)}
        />
        <Button
          text={say("console.payment.confirm_button")}
          preventDoubleClick
          {...(again ? { classes: "govuk-button--secondary" } : {})}
        />
      </form>
    </section>
  );
}

function Propose({ visit, payment, errors }: PaymentPageProps) {
  const { say, language, form, csrf } = visit;
  const amount = rupiah(payment.refund - payment.refunded, language);
  return (
    <section class="daftar-section">
      <h2 class="govuk-heading-m">{say("console.payment.propose")}</h2>
      <p class="govuk-body">{say("console.payment.propose_text", { amount })}</p>
      <form method="post" action={paths.console.payment(payment.id)} novalidate>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="act" value="propose" />
        <Input
          name="sent_reference"
          label={{ text: say("console.payment.reference") }}
          autocomplete="off"
          spellcheck={false}
          value={first(form, "sent_reference")}
          {...fieldError(visit, errors.sent_reference)}
        />
        <Button text={say("console.payment.propose_button")} preventDoubleClick />
      </form>
    </section>
  );
}

/** What somebody says to have given back; whoever said so does not confirm it. */
function Proposal({ visit, payment, mayConfirm }: PaymentPageProps) {
  const { say, language, session, csrf } = visit;
  const { proposal } = payment;
  if (!proposal) return <></>;
  const own = proposal.proposerId === session.accountId;
  return (
    <section class="daftar-section">
      <h2 class="govuk-heading-m">{say("console.payment.propose")}</h2>
      <InsetText
        text={say("console.payment.proposed", {
          name: proposal.proposer,
          amount: rupiah(proposal.amount, language),
          reference: proposal.reference,
          at: shortMoment(proposal.at, payment.zone, language),
        })}
      />
      <p class="govuk-body">
        {say(own || !mayConfirm ? "console.payment.await_second" : "console.payment.second_text")}
      </p>
      {mayConfirm && (
        <form method="post" action={paths.console.paymentRefund(payment.id)} novalidate>
          <input type="hidden" name="csrf" value={csrf} />
          <div class="govuk-button-group">
            {!own && (
              <Button text={say("console.payment.confirm_refund")} name="answer" value="confirmed" preventDoubleClick />
            )}
            <Button
              text={say("console.payment.deny_refund")}
              name="answer"
              value="denied"
              classes="govuk-button--secondary"
            />
          </div>
        </form>
      )}
    </section>
  );
}

function History({ visit: { say, language }, payment }: PaymentPageProps) {
  const words = (key: string, otherwise: string) => (isTextKey(key) ? say(key) : otherwise);
  return (
    <Table
      caption={say("console.payment.history")}
      captionClasses="govuk-table__caption--m"
      stacked
      head={(["when", "what", "who"] as const).map((column) => ({ text: say(`console.payment.column.${column}`) }))}
      rows={payment.events.map(({ kind, origin, at, amount }) => [
        { text: shortMoment(at, payment.zone, language) },
        {
          text: [words(`console.payment.event.${kind}`, kind), amount === undefined ? "" : rupiah(amount, language)]
            .filter(Boolean)
            .join(": "),
        },
        { text: words(`console.payment.origin.${origin}`, origin) },
      ])}
    />
  );
}
