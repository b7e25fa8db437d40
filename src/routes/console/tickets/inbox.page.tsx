import { paths } from "../../../paths.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { EmptyState } from "../../../ui/empty-state/empty-state.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { Pagination } from "../../../ui/pagination/pagination.tsx";
import { RowPick } from "../../../ui/row-pick/row-pick.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { Table, type TableCell } from "../../../ui/table/table.tsx";
import type { StaffVisit } from "../../route.ts";
import { FormErrors } from "../accounts/asking-fields.tsx";
import { type Key, Keys } from "../keys.tsx";
import { Sections } from "../sections.tsx";
import { leftTag } from "../times.ts";
import { bulkHref, inboxHref, isNarrowed, ticketHref } from "./inbox-filter.ts";
import { Filters, Search } from "./inbox-forms.tsx";
import type { InboxPageProps } from "./inbox-page-props.ts";
import { type InboxRow, isAnswerable } from "./inbox.query.ts";
import { Done } from "./ticket.page.tsx";

const columns = ["number", "name", "category", "status", "since"] as const;

const keys = [
  { key: "J", does: "console.keys.row_next" },
  { key: "K", does: "console.keys.row_previous" },
  { key: "X", does: "console.keys.row_pick" },
  { key: "A", does: "bulk_answer.picked" },
  { key: "O", does: "console.keys.row_open" },
  { key: "/", does: "console.keys.search" },
  { key: "F", does: "console.keys.filter" },
  { key: "[", does: "console.keys.page_previous" },
  { key: "]", does: "console.keys.page_next" },
] as const satisfies readonly Key[];

/** What waits for an answer, and whatever else is looked for. */
export function InboxPage(props: InboxPageProps) {
  const { visit, inbox, filter } = props;
  const { say } = visit;
  return (
    <>
      <Done visit={visit} />
      <Answered visit={visit} />
      <FormErrors visit={visit} errors={props.errors} />
      <Sections say={say} open={props.sections} current="tickets" />
      <h1 class="govuk-heading-l">{say("tickets.inbox")}</h1>
      <p class="govuk-body">{say("inbox.lead")}</p>
      <Search {...props} />
      <Filters {...props} />
      {inbox.rows.length === 0 ? <Empty {...props} /> : <Rows {...props} />}
      <Pages visit={visit} inbox={inbox} filter={filter} />
      <Keys say={say} keys={keys} />
    </>
  );
}

/** How many one answer went to, as the address says. */
function Answered({ visit: { say, url } }: Pick<InboxPageProps, "visit">) {
  const count = url.searchParams.get("answered") ?? "";
  if (!/^\d{1,3}$/.test(count)) return <></>;
  const text = say("bulk_answer.done", { count: Number(count) });
  return <NotificationBanner type="success" titleText={say("console.success")} text={text} />;
}

function Empty({ visit: { say }, filter }: InboxPageProps) {
  if (filter.drawer === "open" && !isNarrowed(filter))
    return <EmptyState title={say("tickets.empty_title")} text={say("tickets.empty")} />;
  return (
    <EmptyState
      title={say("inbox.empty_title")}
      text={say("inbox.empty")}
      action={<Link href={paths.console.tickets}>{say("inbox.clear")}</Link>}
    />
  );
}

function Rows(props: InboxPageProps) {
  const { visit, filter, inbox } = props;
  const { say, session } = visit;
  if (!inbox.rows.some((row) => isAnswerable(row, session.accountId))) return <Lines {...props} />;
  return (
    <form method="get" action={paths.console.bulkAnswer}>
      <div class="daftar-queue-acts">
        <Button
          text={say("bulk_answer.picked")}
          classes="govuk-button--secondary"
          attributes={{ "data-shortcut": "a" }}
        />
        <Link href={bulkHref(filter)}>{say("bulk_answer.filtered")}</Link>
      </div>
      <Lines {...props} />
    </form>
  );
}

function Lines(props: InboxPageProps) {
  const { visit, filter, inbox } = props;
  const { say } = visit;
  const found = filter.found.length > 0;
  return (
    <Table
      caption={found ? say("inbox.caption_found", { count: inbox.rows.length }) : say("inbox.caption")}
      captionClasses={found ? "govuk-table__caption--s" : "govuk-visually-hidden"}
      firstCellIsHeader
      stacked
      head={[
        ...columns.map((column) => ({ text: say(`tickets.column.${column}`) })),
        { text: say("inbox.column.due") },
      ]}
      rows={inbox.rows.map((row) => cells(row, props))}
    />
  );
}

function cells(row: InboxRow, { visit, inbox, filter, names }: InboxPageProps): TableCell[] {
  const { say, language, session } = visit;
  const { agentId } = row;
  const holder =
    agentId === null ? "" : ` (${say(agentId === session.accountId ? "tickets.mine" : "tickets.colleagues")})`;
  const link = (
    <Link href={ticketHref(row.id, filter)} attributes={{ "data-shortcut-row": true }}>
      {row.number}
    </Link>
  );
  const pick = (
    <RowPick
      name="ticket"
      value={row.id}
      id={`pick-${row.id}`}
      label={say("bulk_answer.pick", { number: row.number })}
      checked={false}
    >
      {link}
    </RowPick>
  );
  return [
    { text: isAnswerable(row, session.accountId) ? pick : link },
    { text: row.name },
    { text: names.get(row.category)?.[language] ?? row.category },
    { text: `${say(`tickets.status.${row.status}`)}${holder}` },
    { text: shortMoment(row.askedAt, row.zone, language) },
    { text: <Due visit={visit} row={row} now={inbox.now} /> },
  ];
}

function Due({ visit, row, now }: { readonly visit: StaffVisit; readonly row: InboxRow; readonly now: Date }) {
  const { say, language } = visit;
  if (row.status === "answered") return <></>;
  if (row.due === null) return <>{say("inbox.no_due")}</>;
  return (
    <>
      <StatusTag {...leftTag(row.due, now, say)} />
      <br />
      <span class="govuk-hint">{shortMoment(row.due, row.zone, language)}</span>
    </>
  );
}

function Pages({ visit, inbox, filter }: Pick<InboxPageProps, "visit" | "inbox" | "filter">) {
  const { say } = visit;
  const { rows, hasEarlier, hasLater } = inbox;
  const link = (side: "after" | "before", id: string | undefined, key: string, text: string) => ({
    href: inboxHref({ ...filter, from: id === undefined ? undefined : { side, id } }),
    text,
    attributes: { "data-shortcut": key },
  });
  if (!hasEarlier && !hasLater) return <></>;
  return (
    <Pagination
      landmarkLabel={say("inbox.pages")}
      {...(hasEarlier ? { previous: link("before", rows[0]?.id, "[", say("inbox.previous")) } : {})}
      {...(hasLater ? { next: link("after", rows.at(-1)?.id, "]", say("inbox.next")) } : {})}
    />
  );
}
