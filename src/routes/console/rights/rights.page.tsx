import { paths } from "../../../paths.ts";
import { hoursOf } from "../../../registry/rights/clock.ts";
import type { StaffRight } from "../../../registry/rights/staff-requests.query.ts";
import { shortMoment } from "../../../texts/dates.ts";
import type { Say } from "../../../texts/texts.ts";
import { EmptyState } from "../../../ui/empty-state/empty-state.tsx";
import { Link } from "../../../ui/link/link.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { Table } from "../../../ui/table/table.tsx";
import type { StaffVisit } from "../../route.ts";
import { ZONE } from "../accounts/facts.tsx";
import { Sections, type Section } from "../sections.tsx";

/** What an officer may have done just now, by the value of `done` in the address. */
export const deeds = ["taken", "fulfilled", "proposed", "refused", "returned", "taken_back"] as const;

interface RightsPageProps {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  readonly open: readonly StaffRight[];
  readonly answered: readonly StaffRight[];
  /** How many people have restricted what these institutions do with their data. */
  readonly restricted: number;
  readonly done: (typeof deeds)[number] | undefined;
}

/** What people asked of the institution about their data, by the legal clock. */
export function RightsPage({ visit, sections, open, answered, restricted, done }: RightsPageProps) {
  const { say } = visit;
  return (
    <>
      {done && (
        <NotificationBanner type="success" titleText={say("console.success")} text={say(`rights.done.${done}`)} />
      )}
      <Sections say={say} open={sections} current="rights" />
      <h1 class="govuk-heading-l">{say("rights.desk.title")}</h1>
      <p class="govuk-body">{say("rights.desk.text")}</p>
      <p class="govuk-body">{say("rights.desk.restricted", { count: restricted })}</p>
      {open.length === 0 ? (
        <EmptyState title={say("rights.desk.empty_title")} text={say("rights.desk.empty")} />
      ) : (
        <Requests visit={visit} caption={say("rights.desk.open", { count: open.length })} requests={open} />
      )}
      {answered.length > 0 && <Requests visit={visit} caption={say("rights.desk.answered")} requests={answered} />}
    </>
  );
}

function Requests(props: {
  readonly visit: StaffVisit;
  readonly caption: string;
  readonly requests: readonly StaffRight[];
}) {
  const { say, language } = props.visit;
  return (
    <Table
      caption={props.caption}
      captionClasses="govuk-table__caption--m"
      firstCellIsHeader
      stacked
      head={(["number", "what", "due", "state"] as const).map((column) => ({
        text: say(`rights.desk.column_${column}`),
      }))}
      rows={props.requests.map((request) => [
        { text: <Link href={paths.console.right(request.id)}>{request.number}</Link> },
        { text: say(`rights.kind.${request.kind}`) },
        { text: shortMoment(request.clock.dueAt, ZONE, language) },
        {
          text: <ClockTag say={say} request={request} />,
          ...(isLate(request) ? { classes: "daftar-table__late" } : {}),
        },
      ])}
    />
  );
}

/** Whether its time is over and it still waits: its row is marked. */
function isLate({ answer, clock }: StaffRight): boolean {
  return answer === null && clock.urgency === "overdue";
}

/** How a request stands, by colour and in words: its answer, or how much time is left, and who works on it. */
export function ClockTag({ say, request }: { readonly say: Say; readonly request: StaffRight }) {
  const { answer, clock, refusalBy, taker, liftedAt } = request;
  const late = clock.urgency === "overdue";
  if (answer === null && liftedAt !== null) return <StatusTag text={say("rights.state.lifted")} tone="info" />;
  if (answer !== null) {
    return (
      <>
        <StatusTag text={say(`rights.state.${answer}`)} tone={answer === "fulfilled" ? "good" : "bad"} />
        {late && ` ${say("rights.desk.was_late", { hours: hoursOf(clock) })}`}
      </>
    );
  }
  const tones = { calm: "info", pressing: "warn", overdue: "bad" } as const;
  return (
    <>
      <StatusTag
        text={say(late ? "rights.desk.overdue" : "rights.desk.left", { hours: hoursOf(clock) })}
        tone={tones[clock.urgency]}
      />{" "}
      {refusalBy !== null
        ? say("rights.desk.awaits_second")
        : taker === ""
          ? say("rights.state.waiting")
          : say("rights.desk.with", { name: taker })}
    </>
  );
}
