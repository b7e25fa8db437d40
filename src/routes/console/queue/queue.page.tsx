import { inLanguage } from "../../../program/definition.ts";
import { paths } from "../../../paths.ts";
import { shortMoment } from "../../../texts/dates.ts";
import type { StaffVisit } from "../../route.ts";
import { Button } from "../../../ui/button/button.tsx";
import { EmptyState } from "../../../ui/empty-state/empty-state.tsx";
import { FilterBar } from "../../../ui/filter-bar/filter-bar.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { Pagination } from "../../../ui/pagination/pagination.tsx";
import { SearchBox } from "../../../ui/search-box/search-box.tsx";
import { Select } from "../../../ui/select/select.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { Table, type TableCell } from "../../../ui/table/table.tsx";
import { Sections, type Section } from "../sections.tsx";
import { stateTag } from "../states.ts";
import { leftTag, span } from "../times.ts";
import { ages, drawers, isNarrowed, queueHref, type QueueFilter } from "./filter.ts";
import { rowsPerPage, type Queue, type QueueRow } from "./queue.query.ts";

export interface QueuePageProps {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  readonly filter: QueueFilter;
  readonly queue: Queue;
  readonly programs: readonly { readonly slug: string; readonly title: string }[];
}

/** What waits, and whatever else is looked for. */
export function QueuePage(props: QueuePageProps) {
  const { visit, filter, queue } = props;
  const { say } = visit;
  return (
    <>
      <Sections say={say} open={props.sections} current="queue" />
      <h1 class="govuk-heading-l">{say("console.queue.title")}</h1>
      <form method="post" action={paths.console.next}>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <Button text={say("console.queue.next")} attributes={{ "data-shortcut": "j" }} preventDoubleClick />
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
    </>
  );
}

function Filters({ visit, filter, queue, programs }: QueuePageProps) {
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
    </FilterBar>
  );
}

function List({ visit, filter, queue }: QueuePageProps) {
  const { say } = visit;
  const total = queue.counts[filter.drawer];
  const caption = filter.drawer === "decided" ? "console.queue.caption_decided" : "console.queue.caption";
  return (
    <>
      <Table
        caption={say(caption, { count: total })}
        captionClasses="govuk-table__caption--s"
        firstCellIsHeader
        stacked
        head={(["number", "name", "program", "submitted", "state"] as const).map((column) => ({
          text: say(`console.queue.column.${column}`),
        }))}
        rows={queue.rows.map((row) => cells(row, visit, queue.now))}
      />
      <Pages visit={visit} filter={filter} pages={Math.ceil(total / rowsPerPage)} />
    </>
  );
}

function cells(row: QueueRow, visit: StaffVisit, now: Date): TableCell[] {
  const { say, language } = visit;
  return [
    { text: <Link href={paths.console.application(row.id)}>{row.number ?? row.receipt}</Link> },
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
