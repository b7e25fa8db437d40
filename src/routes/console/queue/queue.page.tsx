import { inLanguage } from "../../../program/definition.ts";
import { paths } from "../../../paths.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { staleAfterHours } from "../../../registry/reviews/bulk-release.ts";
import type { StaffVisit } from "../../route.ts";
import { Button } from "../../../ui/button/button.tsx";
import { EmptyState } from "../../../ui/empty-state/empty-state.tsx";
import { Details } from "../../../ui/details/details.tsx";
import { FilterBar } from "../../../ui/filter-bar/filter-bar.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { Pagination } from "../../../ui/pagination/pagination.tsx";
import { RowPick } from "../../../ui/row-pick/row-pick.tsx";
import { SearchBox } from "../../../ui/search-box/search-box.tsx";
import { Select } from "../../../ui/select/select.tsx";
import { Shortcuts } from "../../../ui/shortcuts/shortcuts.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { Table, type TableCell } from "../../../ui/table/table.tsx";
import { Sections, type Section } from "../sections.tsx";
import { stateTag } from "../states.ts";
import { leftTag, span } from "../times.ts";
import type { LostClaim } from "../bulk/lost.query.ts";
import { ages, documentValue, drawers, isNarrowed, queueHref, type QueueFilter } from "./filter.ts";
import type { Narrowing } from "./narrowing.ts";
import { rowsPerPage, type Queue, type QueueRow } from "./queue.query.ts";

export interface QueuePageProps {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  readonly filter: QueueFilter;
  readonly queue: Queue;
  readonly programs: readonly { readonly slug: string; readonly title: string }[];
  /** What the programs in question have to narrow by. */
  readonly narrowing: Narrowing;
  /** Whether every box of the page is ticked: asked for by a link, so that it works without scripts. */
  readonly picked: boolean;
  /** What the last act on several applications came to. */
  readonly done: string;
  readonly lost: readonly LostClaim[];
}

/** What waits, and whatever else is looked for. */
export function QueuePage(props: QueuePageProps) {
  const { visit, filter, queue } = props;
  const { say } = visit;
  return (
    <>
      <Sections say={say} open={props.sections} current="queue" />
      <Outcome {...props} />
      <h1 class="govuk-heading-l">{say("console.queue.title")}</h1>
      <form method="post" action={paths.console.next}>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <Button text={say("console.queue.next")} attributes={{ "data-shortcut": "n" }} preventDoubleClick />
      </form>
      <SearchBox
        action={paths.console.queue}
        name="q"
        label={say("console.queue.search")}
        buttonText={say("console.queue.search_button")}
        value={filter.search}
        keep={filter.program === "" ? {} : { program: filter.program }}
      />
      <Filters {...props} />
      {queue.rows.length === 0 ? <Empty {...props} /> : <List {...props} />}
      <Keys visit={visit} />
    </>
  );
}

function Filters({ visit, filter, queue, programs, narrowing }: QueuePageProps) {
  const { say } = visit;
  return (
    <FilterBar
      action={paths.console.queue}
      label={say("console.queue.filter")}
      buttonText={say("console.queue.filter_button")}
      {...(isNarrowed(filter) ? { clear: { href: paths.console.queue, text: say("console.queue.clear") } } : {})}
    >
      {filter.search !== "" && <input type="hidden" name="q" value={filter.search} />}
      <Select
        name="status"
        label={{ text: say("console.queue.status") }}
        value={filter.drawer}
        items={drawers.map((drawer) => ({
          value: drawer,
          text: say(`console.queue.drawer.${drawer}`, { count: queue.counts[drawer] }),
        }))}
      />
      <Select
        name="program"
        label={{ text: say("console.queue.program") }}
        value={filter.program}
        items={[
          { value: "", text: say("console.queue.all_programs") },
          ...programs.map(({ slug, title }) => ({ value: slug, text: title })),
        ]}
      />
      <Select
        name="age"
        label={{ text: say("console.queue.age_label") }}
        value={String(filter.age)}
        items={ages.map((days) => ({
          value: String(days),
          text: days === 0 ? say("console.queue.any_age") : say("console.queue.older", { count: days }),
        }))}
      />
      <Select
        name="document"
        label={{ text: say("console.queue.document") }}
        value={filter.document ? documentValue(filter.document) : ""}
        items={[
          { value: "", text: say("console.queue.any_document") },
          ...narrowing.slots.flatMap(({ id, label }) =>
            (["missing", "refused"] as const).map((state) => ({
              value: documentValue({ state, slot: id }),
              text: say(`console.queue.document_${state}`, { label }),
            })),
          ),
        ]}
      />
      <Select
        name="reason"
        label={{ text: say("console.queue.reason") }}
        value={filter.reason ?? ""}
        items={[
          { value: "", text: say("console.queue.any_reason") },
          ...narrowing.reasons.map(({ id, label }) => ({ value: id, text: label })),
        ]}
      />
    </FilterBar>
  );
}

/** What became of an act on several applications, as the record says it: the address only asks. */
function Outcome({ visit, queue, done, lost }: QueuePageProps) {
  const { say } = visit;
  const { mine } = queue.counts;
  if (done === "none") {
    return <NotificationBanner titleText={say("console.important")} text={say("console.bulk.none")} />;
  }
  const text =
    done === "claimed" && mine > 0
      ? say("console.bulk.claimed", { count: mine })
      : done === "released" && mine === 0
        ? say("console.bulk.released")
        : undefined;
  return (
    <>
      {text !== undefined && <NotificationBanner type="success" titleText={say("console.success")} text={text} />}
      {lost.length > 0 && (
        <NotificationBanner titleText={say("console.important")} titleId="lost-title">
          <p class="govuk-notification-banner__heading">{say("console.bulk.lost", { count: lost.length })}</p>
          <ul class="govuk-list govuk-list--bullet">
            {lost.map(({ number, holder }) => (
              <li>
                {holder === undefined
                  ? say("console.bulk.lost_gone", { number })
                  : say("console.bulk.lost_to", { number, name: holder === "" ? say("console.unnamed") : holder })}
              </li>
            ))}
          </ul>
        </NotificationBanner>
      )}
    </>
  );
}

function List(props: QueuePageProps) {
  const { visit, filter, queue } = props;
  const { say } = visit;
  const total = queue.counts[filter.drawer];
  const caption = filter.drawer === "decided" ? "console.queue.caption_decided" : "console.queue.caption";
  const table = (
    <Table
      caption={say(caption, { count: total })}
      captionClasses="govuk-table__caption--s"
      firstCellIsHeader
      stacked
      head={(["number", "name", "program", "submitted", "state"] as const).map((column) => ({
        text: say(`console.queue.column.${column}`),
      }))}
      rows={queue.rows.map((row) => cells(row, props))}
    />
  );
  return (
    <>
      {queue.rows.some(isFree) ? (
        <form method="post" action={paths.console.bulkClaim}>
          <input type="hidden" name="csrf" value={visit.csrf} />
          <div class="daftar-queue-acts">
            <Button text={say("console.bulk.claim")} classes="govuk-button--secondary" preventDoubleClick />
            <Link href={pickHref(filter, !props.picked)}>
              {say(props.picked ? "console.bulk.pick_none" : "console.bulk.pick_all")}
            </Link>
          </div>
          {table}
        </form>
      ) : (
        table
      )}
      {filter.drawer === "mine" && (
        <form method="post" action={paths.console.bulkRelease}>
          <input type="hidden" name="csrf" value={visit.csrf} />
          <p class="govuk-hint">{say("console.bulk.release_hint", { hours: staleAfterHours })}</p>
          <Button text={say("console.bulk.release")} classes="govuk-button--secondary" preventDoubleClick />
        </form>
      )}
      <Pages visit={visit} filter={filter} pages={Math.ceil(total / rowsPerPage)} />
    </>
  );
}

function isFree(row: QueueRow): boolean {
  return row.status === "submitted";
}

function pickHref(filter: QueueFilter, all: boolean): string {
  return all ? `${queueHref(filter)}&pick=all` : queueHref(filter);
}

function Keys({ visit }: { readonly visit: StaffVisit }) {
  const { say } = visit;
  return (
    <Details summaryText={say("console.keys.help")}>
      <p>{say("console.keys.help_text")}</p>
      <Shortcuts
        title={say("console.keys.title")}
        turnOff={say("console.keys.off")}
        turnOn={say("console.keys.on")}
        keys={[
          { key: "J", text: say("console.keys.row_next") },
          { key: "K", text: say("console.keys.row_previous") },
          { key: "X", text: say("console.keys.row_pick") },
          { key: "Enter", text: say("console.keys.row_open") },
          { key: "N", text: say("console.keys.take_next") },
        ]}
      />
    </Details>
  );
}

function cells(row: QueueRow, { visit, queue, picked }: QueuePageProps): TableCell[] {
  const { say, language } = visit;
  const { now } = queue;
  const number = row.number ?? row.receipt;
  const link = (
    <Link href={paths.console.application(row.id)} attributes={{ "data-shortcut-row": true }}>
      {number}
    </Link>
  );
  const pick = (
    <RowPick
      name="application"
      value={row.id}
      id={`pick-${row.id}`}
      label={say("console.bulk.pick", { number })}
      checked={picked}
    >
      {link}
    </RowPick>
  );
  return [
    { text: isFree(row) ? pick : link },
    { text: row.name === "" ? say("console.unnamed") : row.name },
    { text: inLanguage(row.compiled.program.title, language) },
    {
      text: (
        <>
          {say("console.age", { span: span(now.getTime() - row.submittedAt.getTime(), say) })}
          <br />
          <span class="govuk-hint">{shortMoment(row.submittedAt, row.zone, language)}</span>
        </>
      ),
    },
    {
      text: (
        <>
          <StatusTag {...stateTag(row.status, say)} /> {row.due && <StatusTag {...leftTag(row.due, now, say)} />}{" "}
          {row.round > 1 && say("console.round", { round: row.round })}
        </>
      ),
    },
  ];
}

function Pages(props: { readonly visit: StaffVisit; readonly filter: QueueFilter; readonly pages: number }) {
  const { filter, pages } = props;
  const { say } = props.visit;
  if (pages < 2) return <></>;
  const link = (page: number) => queueHref({ ...filter, page });
  // The first, the last and the neighbours: enough to move, however long the queue is.
  const shown = [1, filter.page - 1, filter.page, filter.page + 1, pages];
  const numbers = [...new Set(shown)].filter((page) => page >= 1 && page <= pages);
  return (
    <Pagination
      landmarkLabel={say("console.queue.pages")}
      items={numbers.flatMap((page, index) => [
        (numbers[index - 1] ?? page - 1) < page - 1 && { ellipsis: true },
        {
          number: String(page),
          href: link(page),
          current: page === filter.page,
          visuallyHiddenText: say("console.queue.page", { page }),
        },
      ])}
      {...(filter.page > 1 ? { previous: { href: link(filter.page - 1), text: say("console.queue.previous") } } : {})}
      {...(filter.page < pages ? { next: { href: link(filter.page + 1), text: say("console.queue.following") } } : {})}
    />
  );
}

function Empty({ visit, filter }: QueuePageProps) {
  const { say } = visit;
  if (isNarrowed(filter)) {
    return (
      <EmptyState
        title={say("console.queue.empty.found_title")}
        text={say("console.queue.empty.found_text")}
        action={<Link href={paths.console.queue}>{say("console.queue.clear")}</Link>}
      />
    );
  }
  if (filter.drawer !== "waiting") {
    return (
      <EmptyState
        title={say("console.queue.empty.drawer_title")}
        text={say("console.queue.empty.drawer_text")}
        action={<Link href={paths.console.queue}>{say("console.queue.empty.action")}</Link>}
      />
    );
  }
  return (
    <EmptyState
      title={say("console.queue.empty.title")}
      text={say("console.queue.empty.text")}
      action={
        <Link href={queueHref({ ...filter, drawer: "mine" })}>{say("console.queue.drawer.mine", { count: 0 })}</Link>
      }
    />
  );
}
