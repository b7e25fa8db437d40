import { paths } from "../../../paths.ts";
import { Button } from "../../../ui/button/button.tsx";
import { EmptyState } from "../../../ui/empty-state/empty-state.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { SearchBox } from "../../../ui/search-box/search-box.tsx";
import { HeldBack } from "../held-back.tsx";
import { type Key, Keys } from "../keys.tsx";
import { Sections } from "../sections.tsx";
import { isNarrowed, queueHref } from "./filter.ts";
import { Filters } from "./filters.tsx";
import type { QueuePageProps } from "./queue-page-props.ts";
import { Rows } from "./rows.tsx";

const keys = [
  { key: "J", does: "console.keys.row_next" },
  { key: "K", does: "console.keys.row_previous" },
  { key: "X", does: "console.keys.row_pick" },
  { key: "Enter", does: "console.keys.row_open" },
  { key: "P", does: "console.keys.pick_all" },
  { key: "A", does: "console.keys.claim_picked" },
  { key: "N", does: "console.keys.take_next" },
  { key: "L", does: "console.keys.release_all" },
  { key: "/", does: "console.keys.search" },
  { key: "F", does: "console.keys.filter" },
  { key: "[", does: "console.keys.page_previous" },
  { key: "]", does: "console.keys.page_next" },
] as const satisfies readonly Key[];

/** What waits, and whatever else is looked for. */
export function QueuePage(props: QueuePageProps) {
  const { visit, filter, queue } = props;
  const { say } = visit;
  return (
    <>
      <Sections say={say} open={props.sections} current="queue" />
      <Outcome {...props} />
      <h1 class="govuk-heading-l">{say("console.queue.title")}</h1>
      <HeldBack say={say} count={props.heldBack} />
      <form method="post" action={paths.console.next}>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <Button text={say("console.queue.next")} attributes={{ "data-shortcut": "n" }} preventDoubleClick />
      </form>
      <SearchBox
        action={paths.console.queue}
        name="q"
        label={say("console.queue.search")}
        buttonText={say("console.queue.search_button")}
        isSecondary
        value={filter.search}
        shortcut="/"
        keep={filter.program === "" ? {} : { program: filter.program }}
      />
      <Filters {...props} />
      {queue.rows.length === 0 ? <Empty {...props} /> : <Rows {...props} />}
      <Keys say={say} keys={keys} />
    </>
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
