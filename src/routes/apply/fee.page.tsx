import { inLanguage } from "../../program/definition.ts";
import { feeStep } from "../../program/fee.ts";
import { paths } from "../../paths.ts";
import type { Payment } from "../../registry/fees/payments.ts";
import { momentWords } from "../../texts/dates.ts";
import { rupiah } from "../../texts/rupiah.ts";
import { Button } from "../../ui/button/button.tsx";
import { Details } from "../../ui/details/details.tsx";
import { ErrorSummary } from "../../ui/error-summary/error-summary.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Radios } from "../../ui/radios/radios.tsx";
import { StatusTag, type Tone } from "../../ui/status-tag/status-tag.tsx";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import { fieldHref } from "../field-views.tsx";
import type { PersonVisit } from "../route.ts";
import { FeeOrder } from "./fee-order.page.tsx";
import { owedAfterAcceptance } from "./fee-term.ts";
import { PaidPayments } from "./fee-paid.page.tsx";
import type { ShownFee } from "./shown-fee.ts";
import type { Work } from "./work.ts";

/** Where the fee of an application stands. */
type Standing = "unknown" | "free" | "later" | "owed" | "waiting" | "told" | "paid" | "over";

const tones: Readonly<Record<Standing, Tone>> = {
  unknown: "calm",
  free: "good",
  later: "calm",
  owed: "warn",
  waiting: "info",
  told: "info",
  paid: "good",
  over: "calm",
};

function standingOf({ work, fee, payments }: ShownFee): Standing {
  const { status, feeDue, feePaid, inGrace } = work.application;
  if (feeDue === 0) return "free";
  if (feeDue !== null && feePaid >= feeDue) return "paid";
  const [latest] = payments;
  if (latest?.paidAmount === null && latest.toldAt !== null && latest.status !== "cancelled") return "told";
  if (latest?.status === "waiting") return "waiting";
  const payable =
    fee.due === "after_acceptance" ? status === "accepted" : status === "returned" || (status === "draft" && inGrace);
  if (payable && fee.due === "before_submission" && work.progress[feeStep] === "blocked") return "unknown";
  if (payable) return "owed";
  const comes = fee.due === "after_acceptance" && !["rejected", "withdrawn", "locked", "expired"].includes(status);
  return comes ? "later" : "over";
}

/** What it costs and what for, the way to pay it now, what came, and when it is given back. */
export function FeePage(props: ShownFee) {
  const { visit, work, fee, payments, errors } = props;
  const { say, language } = visit;
  const { application } = work;
  const { feeDue, feePaid } = application;
  const standing = standingOf(props);
  const [latest] = payments;
  const order = latest?.paidAmount === null && (standing === "waiting" || standing === "told") ? latest : undefined;
  const owed = owedAfterAcceptance(visit, application);
  const rest = Math.max((feeDue ?? 0) - feePaid, 0);
  return (
    <>
      {errors.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: errors.length })}
          errorList={errors.map(({ field, text }) => ({ href: fieldHref({ field }), text }))}
        />
      )}
      <span class="govuk-caption-l">{application.compiled.program.title[language]}</span>
      <h1 class="govuk-heading-l">{say("fee.title")}</h1>
      <p class="govuk-body">
        <StatusTag text={say(`fee.standing_${standing}`)} tone={tones[standing]} />
        {owed?.isLate === true && (
          <>
            {" "}
            <StatusTag text={say("fee.late")} tone="bad" />
          </>
        )}
      </p>
      <p class="govuk-body">{say(`fee.text_${standing}`)}</p>
      <SummaryList
        rows={[
          { key: { text: say("fee.covers") }, value: { text: inLanguage(fee.covers, language) } },
          {
            key: { text: say("fee.amount") },
            value: {
              text:
                feeDue === null
                  ? say("fee.by_answers")
                  : `${rupiah(feeDue, language)}${typeof fee.amount === "string" ? ` (${say("fee.from_answers")})` : ""}`,
            },
          },
          feePaid > 0 ? { key: { text: say("fee.paid") }, value: { text: rupiah(feePaid, language) } } : null,
          feePaid > 0 && rest > 0 ? { key: { text: say("fee.rest") }, value: { text: rupiah(rest, language) } } : null,
          owed ? { key: { text: say("fee.until") }, value: { text: owed.until } } : null,
        ]}
      />
      <Expired visit={visit} latest={latest} zone={application.zone} standing={standing} />
      {order && <FeeOrder {...props} order={order} />}
      {(standing === "owed" || order?.status === "expired") && <BeginForm {...props} again={order !== undefined} />}
      {order?.status === "waiting" && standing === "waiting" && <OtherWays {...props} order={order} />}
      {standing === "paid" && <GoOn visit={visit} work={work} />}
      <PaidPayments visit={visit} zone={application.zone} payments={payments} />
      <h2 class="govuk-heading-m">{say("fee.refund_title")}</h2>
      <p class="govuk-body">{inLanguage(fee.refund.text, language)}</p>
      <p class="govuk-body">{say("fee.refund_always")}</p>
    </>
  );
}

/** An order whose time is over and of which nothing was heard. */
function Expired(props: {
  readonly visit: PersonVisit;
  readonly latest: Payment | undefined;
  readonly zone: string;
  readonly standing: Standing;
}) {
  const { latest, standing, visit, zone } = props;
  if (latest?.status !== "expired" || standing !== "owed") return <></>;
  return (
    <InsetText>
      {visit.say("fee.expired", {
        reference: latest.reference,
        moment: momentWords(latest.expiresAt, zone, visit.language),
      })}
    </InsetText>
  );
}

/** Chooses how to pay; where there is one way only, it is a button. */
function BeginForm({ visit, work, methods, errors, again }: ShownFee & { readonly again: boolean }) {
  const { say } = visit;
  const error = errors.find(({ field }) => field === "method");
  const [only, ...others] = methods;
  if (only === undefined) return <p class="govuk-body">{say("fee.no_method")}</p>;
  return (
    <form method="post" action={paths.apply.fee(work.application.id)} novalidate>
      <input type="hidden" name="csrf" value={visit.csrf} />
      {again && <p class="govuk-body">{say("fee.not_paid_yet")}</p>}
      {others.length === 0 && error === undefined ? (
        <input type="hidden" name="method" value={only} />
      ) : (
        <Radios
          name="method"
          fieldset={{ legend: { text: say("fee.method"), classes: "govuk-fieldset__legend--m" } }}
          items={methods.map((method) => ({
            value: method,
            text: say(`fee.method_${method}`),
            hint: { text: say(`fee.hint_${method}`) },
          }))}
          {...(error ? { errorMessage: { text: error.text, visuallyHiddenText: say("frame.error_prefix") } } : {})}
        />
      )}
      <Button
        text={say(again ? "fee.begin_again" : "fee.begin")}
        preventDoubleClick
        {...(again ? { classes: "govuk-button--secondary" } : {})}
      />
    </form>
  );
}

/** The other ways, for whoever has begun an order and thinks better of it. */
function OtherWays({ visit, work, methods, order }: ShownFee & { readonly order: Payment }) {
  const { say } = visit;
  const others = methods.filter((method) => method !== order.method);
  if (others.length === 0) return <></>;
  return (
    <Details summaryText={say("fee.other_way")}>
      <p class="govuk-body">{say("fee.other_way_note")}</p>
      {others.map((method) => (
        <form method="post" action={paths.apply.fee(work.application.id)}>
          <input type="hidden" name="csrf" value={visit.csrf} />
          <input type="hidden" name="method" value={method} />
          <Button text={say(`fee.method_${method}`)} classes="govuk-button--secondary" preventDoubleClick />
        </form>
      ))}
    </Details>
  );
}

/** Where it goes on once it is paid. */
function GoOn({ visit, work }: { readonly visit: PersonVisit; readonly work: Work }) {
  const { status, id } = work.application;
  if (status === "draft" || status === "returned") {
    return <Button href={paths.apply.check(id)} text={visit.say("fee.go_on")} />;
  }
  return <></>;
}
