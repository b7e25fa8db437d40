import { paths } from "../../../paths.ts";
import {
  paymentDrawers,
  type ListedPayment,
  type PaymentFilter,
  type ProgramSums,
} from "../../../registry/fees/treasury.query.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { rupiah } from "../../../texts/rupiah.ts";
import type { Say } from "../../../texts/texts.ts";
import { EmptyState } from "../../../ui/empty-state/empty-state.tsx";
import { FilterBar } from "../../../ui/filter-bar/filter-bar.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { Select } from "../../../ui/select/select.tsx";
import { StatusTag, type Tone } from "../../../ui/status-tag/status-tag.tsx";
import { Table } from "../../../ui/table/table.tsx";
import type { StaffVisit } from "../../route.ts";
import { Sections, type Section } from "../sections.tsx";
import { filteredHref } from "./payments-filter.ts";

export interface PaymentsPageProps {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  readonly filter: PaymentFilter & { readonly typed: string };
  /** Those with a fee. */
  readonly programs: readonly { readonly slug: string; readonly title: string }[];
  readonly found: { readonly payments: readonly ListedPayment[]; readonly older: string | undefined };
  readonly sums: readonly ProgramSums[];
  readonly mayKeep: boolean;
}

/** Payments under a filter, and what each program asked, received and gave back. */
export function PaymentsPage(props: PaymentsPageProps) {
  const { visit, filter, found } = props;
  const { say } = visit;
  const { payments } = paths.console;
  return (
    <>
      <Sections say={say} open={props.sections} current="payments" />
      <h1 class="govuk-heading-l">{say("console.payments.title")}</h1>
      <p class="govuk-body">
        {say("console.payments.lead")}{" "}
        {props.mayKeep && <Link href={paths.console.statements}>{say("console.statements.to")}</Link>}
      </p>
      <Filters {...props} />
      {found.payments.length === 0 ? (
        <EmptyState title={say("console.payments.none")} text={say("console.payments.none_text")} />
      ) : (
        <Payments visit={visit} payments={found.payments} />
      )}
      <p class="govuk-body">
        {found.older !== undefined && (
          <>
            <Link href={filteredHref(payments, filter, found.older)}>{say("console.payments.older")}</Link>
            {" · "}
          </>
        )}
        {filter.before !== "" && (
          <>
            <Link href={filteredHref(payments, filter)}>{say("console.payments.newest")}</Link>
            {" · "}
          </>
        )}
        <Link href={filteredHref(paths.console.paymentsFile, filter)}>{say("console.payments.download")}</Link>
      </p>
      <Sums {...props} />
    </>
  );
}

function Filters({ visit, filter, programs }: PaymentsPageProps) {
  const { say } = visit;
  const { payments } = paths.console;
  const narrowed = filter.drawer !== "all" || filter.program !== "" || filter.typed !== "";
  return (
    <FilterBar
      action={payments}
      label={say("console.payments.filter")}
      buttonText={say("console.payments.filter_button")}
      {...(narrowed ? { clear: { href: payments, text: say("console.payments.clear") } } : {})}
    >
      <Select
        name="status"
        label={{ text: say("console.payments.status") }}
        value={filter.drawer}
        items={(["all", ...paymentDrawers] as const).map((value) => ({
          value,
          text: say(`console.payments.drawer.${value}`),
        }))}
      />
      <Select
        name="program"
        label={{ text: say("console.payments.program") }}
        value={filter.program}
        items={[
          { value: "", text: say("console.payments.all_programs") },
          ...programs.map(({ slug, title }) => ({ value: slug, text: title })),
        ]}
      />
      <Input
        name="sought"
        label={{ text: say("console.payments.sought") }}
        value={filter.typed}
        autocomplete="off"
        spellcheck={false}
      />
    </FilterBar>
  );
}

function Payments({ visit, payments }: { readonly visit: StaffVisit; readonly payments: readonly ListedPayment[] }) {
  const { say, language } = visit;
  return (
    <Table
      caption={say("console.payments.title")}
      captionClasses="govuk-visually-hidden"
      firstCellIsHeader
      stacked
      head={(["reference", "program", "amount", "state", "at"] as const).map((column) => ({
        text: say(`console.payments.column.${column}`),
        ...(column === "amount" ? { format: "numeric" } : {}),
      }))}
      rows={payments.map((one) => [
        { text: <Link href={paths.console.payment(one.id)}>{one.reference}</Link> },
        { text: one.program[language] },
        { text: rupiah(one.paidAmount ?? one.amount, language), format: "numeric" },
        { text: <StatusTag {...paymentTag(one.drawer, say)} /> },
        { text: shortMoment(one.createdAt, one.zone, language) },
      ])}
    />
  );
}

const tones = {
  told: "warn",
  waiting: "info",
  late: "calm",
  paid: "good",
  refund_due: "bad",
  refunded: "calm",
  cancelled: "calm",
} as const satisfies Record<ListedPayment["drawer"], Tone>;

/** The state of a payment as treasurers see it. */
export function paymentTag(drawer: ListedPayment["drawer"], say: Say): { readonly text: string; readonly tone: Tone } {
  return { text: say(`console.payments.drawer.${drawer}`), tone: tones[drawer] };
}

function Sums({ visit, sums }: PaymentsPageProps) {
  const { say, language } = visit;
  if (sums.length === 0) return <></>;
  const columns = ["asked", "received", "counted", "due", "refunded"] as const;
  return (
    <Table
      caption={say("console.payments.sums")}
      captionClasses="govuk-table__caption--m"
      firstCellIsHeader
      stacked
      head={[
        { text: say("console.payments.program") },
        ...columns.map((column) => ({ text: say(`console.payments.sums.${column}`), format: "numeric" })),
      ]}
      rows={sums.map((one) => [
        { text: one.program[language] },
        ...[one.asked, one.received, one.counted, one.refundDue, one.refunded].map((sum) => ({
          text: rupiah(sum, language),
          format: "numeric",
        })),
      ])}
    />
  );
}
