import { paths } from "../../../paths.ts";
import type { LineOutcome } from "../../../registry/fees/match-lines.ts";
import type { Statement } from "../../../registry/fees/statement.query.ts";
import { shortDay, shortMoment } from "../../../texts/dates.ts";
import { rupiah } from "../../../texts/rupiah.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Table } from "../../../ui/table/table.tsx";
import type { StaffVisit } from "../../route.ts";

interface StatementPageProps {
  readonly visit: StaffVisit;
  readonly statement: Statement;
}

const outcomes = [
  "match",
  "recorded",
  "already",
  "known",
  "doubled",
  "other_amount",
  "ambiguous",
  "unknown",
] as const satisfies readonly LineOutcome[];

/** What the lines of a statement come to, the button that records them, and what somebody should look at. */
export function StatementPage(props: StatementPageProps) {
  const { visit, statement } = props;
  const { say, language, csrf } = visit;
  const matches = statement.counts.get("match") ?? 0;
  return (
    <>
      {visit.url.searchParams.has("done") && (
        <NotificationBanner type="success" titleText={say("console.success")} text={say("console.statement.applied")} />
      )}
      <h1 class="govuk-heading-l">
        {say("console.statement.title", { at: shortMoment(statement.uploadedAt, statement.zone, language) })}
      </h1>
      <Counts {...props} />
      {matches > 0 && (
        <form method="post" action={paths.console.statement(statement.id)}>
          <input type="hidden" name="csrf" value={csrf} />
          <Button text={say("console.statement.apply", { count: matches })} preventDoubleClick />
        </form>
      )}
      {statement.open.length > 0 && <Open {...props} />}
    </>
  );
}

function Counts({ visit: { say }, statement }: StatementPageProps) {
  const { counts, debits, badLines } = statement;
  const found = outcomes.flatMap((outcome) => {
    const count = counts.get(outcome) ?? 0;
    return count === 0 ? [] : [{ text: say(`console.statement.outcome.${outcome}`), count }];
  });
  const aside = [
    { text: say("console.statement.debits"), count: debits },
    { text: say("console.statement.bad_lines"), count: badLines },
  ];
  return (
    <SummaryList
      rows={[...found, ...aside].map(({ text, count }) => ({ key: { text }, value: { text: String(count) } }))}
    />
  );
}

function Open({ visit: { say, language }, statement }: StatementPageProps) {
  return (
    <section>
      <h2 class="govuk-heading-m">{say("console.statement.open")}</h2>
      <p class="govuk-body">{say("console.statement.open_text")}</p>
      <Table
        stacked
        head={[
          { text: say("console.statement.line"), format: "numeric" },
          { text: say("console.statement.day") },
          { text: say("console.payments.column.amount"), format: "numeric" },
          { text: say("console.statement.outcome") },
          { text: say("console.payments.column.reference") },
        ]}
        rows={statement.open.map(({ line, day, amount, outcome, paymentId, reference }) => [
          { text: String(line), format: "numeric" },
          { text: shortDay(new Date(day), "UTC", language) },
          { text: rupiah(amount, language), format: "numeric" },
          { text: say(`console.statement.outcome.${outcome}`) },
          { text: paymentId === null ? "–" : <Link href={paths.console.payment(paymentId)}>{reference}</Link> },
        ])}
      />
    </section>
  );
}
