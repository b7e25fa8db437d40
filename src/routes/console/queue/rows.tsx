import { inLanguage } from "../../../program/definition.ts";
import { paths } from "../../../paths.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { staleAfterHours } from "../../../registry/reviews/bulk-release.ts";
import type { StaffVisit } from "../../route.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { Pagination } from "../../../ui/pagination/pagination.tsx";
import { RowPick } from "../../../ui/row-pick/row-pick.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { Table, type TableCell } from "../../../ui/table/table.tsx";
import { stateTag } from "../states.ts";
import { leftTag, span } from "../times.ts";
import { queueHref, type QueueFilter } from "./filter.ts";
import type { QueuePageProps } from "./queue-page-props.ts";
import { rowsPerPage, type QueueRow } from "./queue.query.ts";

/** A page of the queue, with what may be done with several rows at once. */
export function Rows(props: QueuePageProps) {
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
            <Button
              text={say("console.bulk.claim")}
              classes="govuk-button--secondary"
              attributes={{ "data-shortcut": "a" }}
              preventDoubleClick
            />
            <Link href={pickHref(filter, !props.picked)} attributes={{ "data-shortcut": "p" }}>
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
          <Button
            text={say("console.bulk.release")}
            classes="govuk-button--secondary"
            attributes={{ "data-shortcut": "l" }}
            preventDoubleClick
          />
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
          {row.unknownAddress && <StatusTag text={say("console.queue.unknown_address")} tone="warn" />}{" "}
          {row.nikElsewhere && <StatusTag text={say(`console.queue.nik_${row.nikElsewhere}`)} tone="warn" />}{" "}
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
      {...(filter.page > 1
        ? {
            previous: {
              href: link(filter.page - 1),
              text: say("console.queue.previous"),
              attributes: { "data-shortcut": "[" },
            },
          }
        : {})}
      {...(filter.page < pages
        ? {
            next: {
              href: link(filter.page + 1),
              text: say("console.queue.following"),
              attributes: { "data-shortcut": "]" },
            },
          }
        : {})}
    />
  );
}
